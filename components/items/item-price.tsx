import { useLocale } from 'next-intl';
import { cx } from '@/components/ui/cx';
import { useWords } from '@/components/ui/use-words';
import type { ItemCardView } from '@/lib/features/items/views';
import { formatWon } from '@/lib/format/won';

type ItemPriceProps = { price: Pick<ItemCardView, 'priceWon' | 'priceUnit'>; className?: string };

/** "5,000원 / 일", 무료 대여 for 0, 가격 협의 for none. */
export function ItemPrice({ price: { priceWon, priceUnit }, className }: ItemPriceProps) {
  const t = useWords('items');
  const locale = useLocale();
  if (priceWon === null) return <span className={cx('font-bold', className)}>{t('price.open')}</span>;
  if (priceWon === 0) {
    return <span className={cx('font-bold text-accent-ink', className)}>{t('price.free')}</span>;
  }
  return (
    <span className={cx('figures', className)}>
      <strong className="font-bold">{formatWon(priceWon, locale)}</strong>{' '}
      <span className="text-[0.82em] font-medium whitespace-nowrap text-ink-soft">
        {t(`price.per.${priceUnit}`)}
      </span>
    </span>
  );
}
