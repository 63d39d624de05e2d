import type { IconNode } from 'lucide';
import type { SVGProps } from 'react';
import { cx } from './cx';
import { drawingOf } from './drawing';

type IconProps = Omit<SVGProps<SVGSVGElement>, 'children'> & {
  /** from the package lucide */
  of: IconNode;
};

/** A line drawing, 24 px wide unless a class says otherwise; how it is drawn stands in globals.css. */
export function Icon({ of, className, ...rest }: IconProps) {
  return (
    <svg
      viewBox="0 0 24 24"
      className={cx('icon', className)}
      {...rest}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: constants of a package; one text is drawn faster than elements
      dangerouslySetInnerHTML={{ __html: drawingOf(of) }}
    />
  );
}
