import { type ComponentProps, type ReactNode, useId } from 'react';
import { CountBadge } from './count-badge';
import { cx } from './cx';

const VARIANTS = {
  plain: 'text-ink-soft hover:bg-sunken hover:text-ink',
  filled: 'bg-sunken text-ink hover:bg-line',
  glass: 'bg-surface/90 text-ink shadow-card hover:bg-surface',
} as const;

type IconButtonProps = Omit<ComponentProps<'button'>, 'children'> & {
  /** The accessible name, and the tip on hover. */
  label: string;
  icon: ReactNode;
  variant?: keyof typeof VARIANTS;
  count?: number;
  /** The count in words, read out as the button's description: "새 알림 3개". */
  countText?: string;
};

export function IconButton({
  label,
  icon,
  variant = 'plain',
  count = 0,
  countText,
  className,
  type = 'button',
  ...rest
}: IconButtonProps) {
  const countId = useId();
  const hasCount = count > 0 && countText !== undefined;
  return (
    <button
      {...rest}
      type={type}
      title={label}
      aria-label={label}
      aria-describedby={hasCount ? countId : undefined}
      className={cx(
        'relative inline-flex size-11 shrink-0 items-center justify-center rounded-full transition-colors duration-150 disabled:opacity-40 [&>svg]:size-6',
        VARIANTS[variant],
        className,
      )}
    >
      {icon}
      <CountBadge count={count} className="absolute -top-0.5 left-[52%]" />
      {hasCount && (
        <span id={countId} hidden>
          {countText}
        </span>
      )}
    </button>
  );
}
