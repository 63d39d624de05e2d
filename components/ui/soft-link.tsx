import type { ComponentProps } from 'react';

export type SoftLinkProps = Omit<ComponentProps<'a'>, 'href'> & {
  /** a page of this site */
  href: string;
  /** the page stays where it is scrolled to: a filter, not another place */
  keepsScroll?: boolean | undefined;
};

/**
 * A link to another page of this site. It is plain markup, so it costs nothing to draw and works without script;
 * `SoftLinks` takes its clicks to the router, and gives it `data-pending` while the page is on its way.
 */
export function SoftLink({ keepsScroll, ...rest }: SoftLinkProps) {
  return <a {...rest} data-soft={keepsScroll ? 'stay' : ''} />;
}
