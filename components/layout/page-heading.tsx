import type { ReactNode } from 'react';
import { cx } from '@/components/ui/cx';

type HeadingProps = { title: string; text?: ReactNode; action?: ReactNode; className?: string };

/** The h1 of a page, with a line below and something to do at its right. */
export function PageHeading({ title, text, action, className }: HeadingProps) {
  return (
    <div className={cx('mb-6 flex flex-wrap items-end justify-between gap-3 md:mb-8', className)}>
      <div className="min-w-0">
        <h1 className="text-2xl md:text-3xl">{title}</h1>
        {text && <p className="mt-1.5 text-ink-soft">{text}</p>}
      </div>
      {action}
    </div>
  );
}

/** The h2 of a part of a page. */
export function SectionHeading({ title, text, action, className }: HeadingProps) {
  return (
    <div className={cx('mb-4 flex flex-wrap items-end justify-between gap-3', className)}>
      <div className="min-w-0">
        <h2 className="text-xl">{title}</h2>
        {text && <p className="mt-1 text-sm text-ink-soft">{text}</p>}
      </div>
      {action}
    </div>
  );
}
