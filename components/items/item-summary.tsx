import { useLocale } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { RelativeTime } from '@/components/ui/relative-time';
import { useWords } from '@/components/ui/use-words';
import type { ItemView } from '@/lib/features/items/views';
import { localName } from '@/lib/format/local-name';
import { ItemBadge } from './item-badge';
import { ItemPrice } from './item-price';

/** Title, state, category, price and counts: the head of an item's page. */
export function ItemSummary({ item }: { item: ItemView }) {
  const t = useWords('items');
  const locale = useLocale();
  return (
    <div>
      <p className="flex flex-wrap items-center gap-1.5">
        <ItemBadge item={item} />
        <Badge>{t(`section.${item.section}`)}</Badge>
        <span className="px-1 text-sm text-ink-soft">{localName(item.category, locale)}</span>
      </p>
      <h1 className="mt-3 text-2xl md:text-3xl">{item.title}</h1>
      <p className="mt-2.5 text-2xl font-bold">
        <ItemPrice price={item} />
      </p>
      <p className="figures mt-3 flex flex-wrap gap-x-1.5 text-sm text-ink-soft">
        <span>{localName(item.region, locale)}</span>
        <span aria-hidden="true">·</span>
        <RelativeTime at={item.listedAt} />
        <span aria-hidden="true">·</span>
        <span>{t('bookmarkCount', { count: item.bookmarkCount })}</span>
        <span aria-hidden="true">·</span>
        <span>{t('inquiryCount', { count: item.inquiryCount })}</span>
      </p>
      {item.viewer.isAuthor && item.autoRelist && (
        <p className="mt-2 text-sm text-ink-soft">{t('autoRelist')}</p>
      )}
    </div>
  );
}
