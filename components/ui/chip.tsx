import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx';
import { SoftLink, type SoftLinkProps } from './soft-link';

type ChipLinkProps = SoftLinkProps & { isCurrent?: boolean; icon?: ReactNode };

/** A filter that is a link: the address carries the choice. */
export function ChipLink({ isCurrent = false, icon, className, children, ...rest }: ChipLinkProps) {
  return (
    <SoftLink {...rest} aria-current={isCurrent ? 'true' : undefined} className={cx('chip', className)}>
      {icon}
      {children}
    </SoftLink>
  );
}

type ChipToggleProps = ComponentProps<'button'> & { isPressed: boolean; icon?: ReactNode };

/** A filter that is a button, pressed or not. */
export function ChipToggle({ isPressed, icon, className, children, ...rest }: ChipToggleProps) {
  return (
    <button type="button" {...rest} aria-pressed={isPressed} className={cx('chip', className)}>
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
