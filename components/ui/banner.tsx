import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide';
import type { ReactNode } from 'react';
import { cx } from './cx';
import { Icon } from './icon';

const TONES = {
  error: { icon: CircleAlert, look: 'border-danger-line bg-danger-soft text-danger-ink', role: 'alert' },
  warn: { icon: TriangleAlert, look: 'border-warn-line bg-warn-soft text-warn-ink', role: 'status' },
  info: { icon: Info, look: 'border-info-line bg-info-soft text-info-ink', role: 'status' },
  success: { icon: CircleCheck, look: 'border-accent-line bg-accent-soft text-accent-ink', role: 'status' },
} as const;

type BannerProps = {
  tone?: keyof typeof TONES;
  title?: string;
  /** Buttons or links that help out of it. */
  action?: ReactNode;
  className?: string;
  children?: ReactNode;
};

/** What happened and what to do, in the page. An error is read out at once. */
export function Banner({ tone = 'info', title, action, className, children }: BannerProps) {
  const { icon, look, role } = TONES[tone];
  return (
    <div
      role={role}
      className={cx('flex animate-rise items-start gap-3 rounded-md border px-4 py-3.5', look, className)}
    >
      <Icon of={icon} aria-hidden="true" className="mt-0.5 size-5 shrink-0" />
      <div className="min-w-0 flex-1 text-sm">
        {title && <p className="font-bold">{title}</p>}
        {children}
        {action && <div className="mt-2.5 flex flex-wrap gap-2">{action}</div>}
      </div>
    </div>
  );
}
