import type { ReactNode } from 'react';
import { cx } from './cx';
import { type Drawing, Illustration } from './illustration';
import { LastPiece } from './last-piece';

type EmptyStateProps = {
  title: string;
  /** What to do next. */
  text?: ReactNode;
  drawing?: Drawing;
  action?: ReactNode;
  headingLevel?: 'h1' | 'h2' | 'h3';
  className?: string;
};

export function EmptyState({
  title,
  text,
  drawing = 'box',
  action,
  headingLevel: Heading = 'h2',
  className,
}: EmptyStateProps) {
  return (
    <div
      className={cx(
        'comes-whole mx-auto flex max-w-md flex-col items-center px-4 py-12 text-center',
        className,
      )}
    >
      <Illustration drawing={drawing} className="size-32 text-ink-soft" />
      <Heading className="mt-5 text-xl">{title}</Heading>
      {text && <p className="mt-2 text-ink-soft">{text}</p>}
      {action && <div className="mt-6 flex flex-wrap justify-center gap-2.5">{action}</div>}
      <LastPiece />
    </div>
  );
}
