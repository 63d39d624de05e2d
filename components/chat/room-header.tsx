import { ArrowLeft, X } from 'lucide';
import { useLocale } from 'next-intl';
import type { ReactNode } from 'react';
import { ItemCover } from '@/components/items/item-cover';
import { ScoreBadge } from '@/components/members/score-badge';
import { usePriceText } from '@/components/rentals/use-price-text';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { Icon } from '@/components/ui/icon';
import { IconButton } from '@/components/ui/icon-button';
import { SoftLink } from '@/components/ui/soft-link';
import { useWords } from '@/components/ui/use-words';
import type { RoomView } from '@/lib/features/chat/views';
import { paths } from '@/lib/paths';
import { roleTone } from './role-tone';

type RoomHeaderProps = {
  room: RoomView;
  headingLevel?: 'h1' | 'h2';
  /** In the panel: back to the list without leaving the page. */
  onBack?: () => void;
  onClose?: () => void;
  /** stands before the close button */
  tools?: ReactNode;
};

/** Whom the room is with, and about what. */
export function RoomHeader({ room, headingLevel: Heading = 'h1', onBack, onClose, tools }: RoomHeaderProps) {
  const t = useWords('chat');
  const locale = useLocale();
  const { partner } = room;
  const name = partner.nickname ?? t('withdrawn');
  const region = partner.region && (locale === 'ko' ? partner.region.name : partner.region.nameEn);
  return (
    <header className="bg-surface">
      <div className="flex min-h-14 items-center gap-2.5 px-2 py-1 md:px-4">
        <BackButton label={t('toList')} onBack={onBack} />
        <Avatar name={name} src={partner.avatarUrl} className="!size-10" />
        <div className="min-w-0 flex-1">
          <Heading className="truncate text-base leading-snug font-bold">
            {partner.nickname === null ? (
              name
            ) : (
              <SoftLink href={paths.user(partner.id)} className="hover:underline">
                {name}
              </SoftLink>
            )}
          </Heading>
          {region && <p className="truncate text-xs text-ink-soft">{region}</p>}
        </div>
        {partner.nickname !== null && (
          // Where there is no room for both, who it is comes first; the score is on their page.
          <span className="max-[26rem]:hidden">
            <ScoreBadge score={partner.score} />
          </span>
        )}
        {tools}
        {onClose && (
          <IconButton
            label={t('close')}
            icon={<Icon of={X} aria-hidden="true" />}
            onClick={onClose}
            className="-mr-1"
          />
        )}
      </div>
      <ItemStrip room={room} />
    </header>
  );
}

function BackButton({ label, onBack }: { label: string; onBack?: () => void }) {
  const icon = <Icon of={ArrowLeft} aria-hidden="true" className="size-6" />;
  if (onBack) return <IconButton label={label} icon={icon} onClick={onBack} />;
  return (
    <SoftLink
      href={paths.chats}
      aria-label={label}
      className="inline-flex size-11 shrink-0 items-center justify-center rounded-full text-ink-soft hover:bg-sunken lg:hidden"
    >
      {icon}
    </SoftLink>
  );
}

function ItemStrip({ room: { item, isLender } }: { room: RoomView }) {
  const t = useWords('chat');
  const priceText = usePriceText();
  if (item.isGone) {
    return <p className="border-y border-line px-4 py-3 text-sm text-ink-soft md:px-5">{t('itemGone')}</p>;
  }
  return (
    <SoftLink
      href={paths.item(item.id)}
      className="flex items-center gap-3 border-t border-line px-4 py-2 -outline-offset-3 transition-colors hover:bg-sunken md:px-5 md:py-2.5 [@media(height<30rem)]:group-has-[textarea:focus]/room:hidden"
    >
      <ItemCover itemId={item.id} cover={item.cover} sizes="3rem" className="size-11 shrink-0 rounded-sm" />
      <span className="min-w-0 flex-1">
        <span className="block truncate text-sm font-semibold">{item.title}</span>
        <span className="figures block text-xs text-ink-soft">
          {priceText(item.priceWon, item.priceUnit)}
        </span>
      </span>
      <Badge tone={roleTone(isLender)}>{t(isLender ? 'role.lender' : 'role.renter')}</Badge>
    </SoftLink>
  );
}
