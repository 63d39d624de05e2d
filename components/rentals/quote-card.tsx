import { useLocale, useTranslations } from 'next-intl';
import { Skeleton } from '@/components/ui/skeleton';
import type { QuoteView } from '@/lib/features/rentals/views';
import { formatWon } from '@/lib/format/won';

/** What a period costs: units × price, as the server computed it. */
export function QuoteCard({ quote, isLoading }: { quote: QuoteView | null; isLoading: boolean }) {
  const t = useTranslations('rentals.quote');
  const locale = useLocale();
  return (
    <div
      role="status"
      aria-label={t('title')}
      aria-busy={isLoading}
      className="rounded-md bg-sunken px-4 pt-3.5 pb-4"
    >
      <p className="text-sm text-ink-soft">
        {quote ? (
          <span className="figures">
            {t(`units.${quote.priceUnit}`, { count: quote.units })}
            {quote.unitPriceWon !== null && ` × ${formatWon(quote.unitPriceWon, locale)}`}
          </span>
        ) : isLoading ? (
          <Skeleton className="h-5 w-32 !bg-line" />
        ) : (
          t('none')
        )}
      </p>
      {quote && (
        <p className="perforated mt-3 flex items-baseline justify-between gap-3 !border-line-strong/40 pt-3">
          <span className="font-semibold">{t('total')}</span>
          <strong className="figures text-xl font-bold">
            {totalText(quote, locale, t('open'), t('free'))}
          </strong>
        </p>
      )}
    </div>
  );
}

function totalText({ totalWon }: QuoteView, locale: string, open: string, free: string): string {
  if (totalWon === null) return open;
  return totalWon === 0 ? free : formatWon(totalWon, locale);
}
