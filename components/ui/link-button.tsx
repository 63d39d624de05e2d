import type { ReactNode } from 'react';
import { type ButtonLook, buttonStyle } from './button-style';
import { cx } from './cx';
import { SoftLink, type SoftLinkProps } from './soft-link';

type LinkButtonProps = SoftLinkProps & ButtonLook & { icon?: ReactNode };

/** A link that looks like a button: for going somewhere, never for doing something. */
export function LinkButton({ variant, size, isBlock, icon, className, children, ...rest }: LinkButtonProps) {
  return (
    <SoftLink {...rest} className={cx(buttonStyle({ variant, size, isBlock }), className)}>
      {icon}
      {children}
    </SoftLink>
  );
}
