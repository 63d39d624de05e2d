import { Star } from 'lucide';
import { useTranslations } from 'next-intl';
import { cx } from './cx';
import { Icon } from './icon';

const SIZES = { sm: 'size-4', md: 'size-5' } as const;

type StarsProps = { value: number; size?: keyof typeof SIZES; className?: string };

/** Stars given, 1 to 5, for reading. */
export function Stars({ value, size = 'md', className }: StarsProps) {
  const t = useTranslations('ui');
  return (
    <span role="img" aria-label={t('stars', { value })} className={cx('inline-flex gap-0.5', className)}>
      {[1, 2, 3, 4, 5].map((position) => (
        <Icon
          of={Star}
          key={position}
          aria-hidden="true"
          className={cx(
            'fill-current stroke-0',
            SIZES[size],
            position <= value ? 'text-star' : 'text-star-off',
          )}
        />
      ))}
    </span>
  );
}
