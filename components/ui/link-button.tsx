import Link from 'next/link';
import type { ComponentProps, ReactNode } from 'react';
import { type ButtonLook, buttonStyle } from './button-style';
import { cx } from './cx';

type LinkButtonProps = ComponentProps<typeof Link> & ButtonLook & { icon?: ReactNode };

/** A link that looks like a button: for going somewhere, never for doing something. */
export function LinkButton({ variant, size, isBlock, icon, className, children, ...rest }: LinkButtonProps) {
  return (
    <Link {...rest} className={cx(buttonStyle({ variant, size, isBlock }), className)}>
      {icon}
      {children}
    </Link>
  );
}
