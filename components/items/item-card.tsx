import { Heart, MapPin, MessageCircle } from 'lucide';
import { useLocale } from 'next-intl';
import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import { Icon } from '@/components/ui/icon';
import { RelativeTime } from '@/components/ui/relative-time';
import { SoftLink } from '@/components/ui/soft-link';
import { useWords } from '@/components/ui/use-words';
import type { ItemCardView } from '@/lib/features/items/views';
import { localName } from '@/lib/format/local-name';
import { formatCount } from '@/lib/format/won';
import { paths } from '@/lib/paths';
import { ItemBadge } from './item-badge';
import { ItemCover } from './item-cover';
import { ItemPrice } from './item-price';

type ItemCardProps = {
  item: ItemCardView;
  /** One of the first, which people see before they scroll. */
  isPriority?: boolean;
  /** Below the card: what its author can do with it. */
  footer?: ReactNode;
};

/**
 * On a phone a hair less than the two cards beside each other are wide (50vw − 1.375rem): a screen that would show 322
 * points takes the picture of 320, not the one of 640.
 */
const SIZES = '(width >= 64rem) 17rem, (width >= 48rem) 30vw, calc(50vw - 1.5rem)';

/** An item in a list. The whole card is the link, named by the title alone. */
export function ItemCard({ item, isPriority, footer }: ItemCardProps) {
  const t = useWords('items');
  const locale = useLocale();
  // "Available" says nothing about a thing that somebody is looking for.
  const isTold = item.section === 'OFFER' || item.status !== 'AVAILABLE';
  return (
    <article className="group flex h-full flex-col">
      <div className="relative flex flex-1 flex-col">
        <div className="relative overflow-hidden rounded-lg">
          <ItemCover
            itemId={item.id}
            cover={item.cover}
            sizes={SIZES}
            isPriority={isPriority}
            className="w-full transition-transform duration-300 ease-soft group-hover:scale-[1.03]"
          />
          <div className="absolute top-2 left-2 flex max-w-[calc(100%-1rem)] flex-wrap gap-1">
            {item.section === 'WANTED' && <Badge tone="solid">{t('section.WANTED')}</Badge>}
            {isTold && <ItemBadge item={item} />}
          </div>
        </div>
        <h3 className="mt-3 line-clamp-2 text-base leading-snug font-semibold">
          <SoftLink
            href={paths.item(item.id)}
            className="turns-while-pending data-pending:before:mr-1.5 data-pending:before:text-accent-ink after:absolute after:inset-0 after:z-1 after:rounded-lg focus-visible:outline-none focus-visible:after:outline-3 focus-visible:after:outline-offset-2 focus-visible:after:outline-focus"
          >
            {item.title}
          </SoftLink>
        </h3>
        <p className="mt-1 text-base md:text-lg">
          <ItemPrice price={item} />
        </p>
        <p className="mt-1 truncate text-xs text-ink-soft">
          <Icon of={MapPin} aria-hidden="true" className="mr-0.5 inline size-3.5 align-[-0.2em]" />
          {localName(item.region, locale)}
          <span aria-hidden="true"> · </span>
          <RelativeTime at={item.listedAt} />
        </p>
        <ul className="figures mt-1.5 flex gap-3 text-xs text-ink-soft">
          <Count
            icon={<Icon of={Heart} />}
            label={t('bookmarks')}
            count={formatCount(item.bookmarkCount, locale)}
          />
          <Count
            icon={<Icon of={MessageCircle} />}
            label={t('inquiries')}
            count={formatCount(item.inquiryCount, locale)}
          />
        </ul>
      </div>
      {footer && <div className="mt-3">{footer}</div>}
    </article>
  );
}

function Count({ icon, label, count }: { icon: ReactNode; label: string; count: string }) {
  return (
    <li className="flex items-center gap-1 [&>svg]:size-3.5" title={label}>
      {icon}
      <span className="sr-only">{label}</span>
      {count}
    </li>
  );
}
