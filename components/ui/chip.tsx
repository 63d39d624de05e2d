import Link from 'next/link';
import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx';

const CHIP_STYLE = cx(
  'inline-flex min-h-11 shrink-0 items-center gap-1.5 rounded-full border px-4 text-sm font-semibold whitespace-nowrap transition-colors duration-150 [&>svg]:size-4.5',
  'border-line bg-surface text-ink-soft hover:border-line-strong hover:text-ink',
  'aria-[current=true]:border-ink aria-[current=true]:bg-ink aria-[current=true]:text-paper',
  'aria-pressed:border-ink aria-pressed:bg-ink aria-pressed:text-paper',
);

type ChipLinkProps = ComponentProps<typeof Link> & { isCurrent?: boolean; icon?: ReactNode };

/** A filter that is a link: the address carries the choice. */
export function ChipLink({ isCurrent = false, icon, className, children, ...rest }: ChipLinkProps) {
  return (
    <Link {...rest} aria-current={isCurrent ? 'true' : undefined} className={cx(CHIP_STYLE, className)}>
      {icon}
      {children}
    </Link>
  );
}

type ChipToggleProps = ComponentProps<'button'> & { isPressed: boolean; icon?: ReactNode };

/** A filter that is a button, pressed or not. */
export function ChipToggle({ isPressed, icon, className, children, ...rest }: ChipToggleProps) {
  return (
    <button type="button" {...rest} aria-pressed={isPressed} className={cx(CHIP_STYLE, className)}>
      {icon}
      {children}
    </button>
  );
}

/** A row of chips: scrolls under the thumb on phones, wraps on wide screens. */
export function ChipRow({ label, children }: { label: string; children: ReactNode }) {
  return (
    <fieldset
      aria-label={label}
      className="scroll-row -mx-4 min-w-0 gap-2 px-4 py-1 md:mx-0 md:flex-wrap md:px-0"
    >
      {children}
    </fieldset>
  );
}
