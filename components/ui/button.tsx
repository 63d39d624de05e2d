import type { ComponentProps, ReactNode } from 'react';
import { type ButtonLook, buttonStyle } from './button-style';
import { cx } from './cx';
import { Spinner } from './spinner';

export type ButtonProps = ComponentProps<'button'> &
  ButtonLook & {
    icon?: ReactNode;
    /** Shows a spinner in the icon's place, keeps the name, refuses further presses. */
    isPending?: boolean;
  };

export function Button({
  variant,
  size,
  isBlock,
  icon,
  isPending = false,
  disabled,
  className,
  children,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      disabled={disabled || isPending}
      aria-busy={isPending || undefined}
      className={cx(buttonStyle({ variant, size, isBlock }), className)}
    >
      {isPending ? <Spinner /> : icon}
      {children}
    </button>
  );
}
