import type { ElementType, ReactNode } from 'react';
import { cx } from './cx';

const LOOKS = {
  plain: 'bg-surface border border-line',
  lifted: 'bg-surface shadow-card',
  sunken: 'bg-sunken',
} as const;

type CardProps = { as?: ElementType; look?: keyof typeof LOOKS; className?: string; children: ReactNode };

/** A sheet of paper on the table; padding 20 px, 28 px on wide screens. */
export function Card({ as: Tag = 'div', look = 'plain', className, children }: CardProps) {
  return <Tag className={cx('rounded-lg p-5 md:p-7', LOOKS[look], className)}>{children}</Tag>;
}
