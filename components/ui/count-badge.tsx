import { formatBadgeCount } from '@/lib/format/won';
import { cx } from './cx';

type CountBadgeProps = { count: number; className?: string };

/** The small red number on an icon; nothing at zero. Silent: say the count in words beside it. */
export function CountBadge({ count, className }: CountBadgeProps) {
  if (count <= 0) return null;
  return (
    <span
      aria-hidden="true"
      className={cx(
        'figures inline-flex h-5 min-w-5 animate-pop items-center justify-center whitespace-nowrap rounded-full bg-danger px-1.5 text-2xs leading-none font-bold text-on-danger',
        className,
      )}
    >
      {formatBadgeCount(count)}
    </span>
  );
}
