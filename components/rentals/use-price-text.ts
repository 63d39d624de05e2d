'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { PriceUnit } from '@/lib/features/items/schemas';
import { formatWon } from '@/lib/format/won';

/** "5,000원 / 일", 무료 대여 for 0, 가격 협의 for none. */
export function usePriceText(): (priceWon: number | null, unit: PriceUnit) => string {
  const t = useTranslations('rentals.price');
  const locale = useLocale();
  return (priceWon, unit) => {
    if (priceWon === null) return t('open');
    return priceWon === 0 ? t('free') : t(`per.${unit}`, { won: formatWon(priceWon, locale) });
  };
}
