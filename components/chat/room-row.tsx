import type { MouseEvent } from 'react';
import { ItemCover } from '@/components/items/item-cover';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { CountBadge } from '@/components/ui/count-badge';
import { cx } from '@/components/ui/cx';
import { LastPiece } from '@/components/ui/last-piece';
import { RelativeTime } from '@/components/ui/relative-time';
import { SoftLink } from '@/components/ui/soft-link';
import { useWords } from '@/components/ui/use-words';
import type { RoomSummary } from '@/lib/features/chat/views';
import { paths } from '@/lib/paths';
import { roleTone } from './role-tone';

type RoomRowProps = {
  room: RoomSummary;
  isCurrent: boolean;
  /** In the panel: opens the room there. */
  onOpen?: (roomId: string) => void;
};

export function RoomRow({ room, isCurrent, onOpen }: RoomRowProps) {
  const t = useWords('chat');
  const name = room.partner.nickname ?? t('withdrawn');

  function open(event: MouseEvent) {
    if (!onOpen || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onOpen(room.id);
  }

  return (
    <SoftLink
      href={paths.room(room.id)}
      onClick={open}
      aria-current={isCurrent ? 'page' : undefined}
      className={cx(
        'comes-whole relative flex items-center gap-3.5 rounded-md px-3 py-3 -outline-offset-3 transition-colors hover:bg-sunken aria-[current]:bg-sunken data-pending:animate-pulse data-pending:bg-sunken',
        "before:absolute before:inset-y-3 before:left-0 before:w-1 before:rounded-full before:content-['']",
        room.isLender ? 'before:bg-accent' : 'before:bg-info-ink',
      )}
    >
      <span className="relative shrink-0">
        <ItemCover
          itemId={room.item.id}
          cover={room.item.cover}
          sizes="3.25rem"
          className="size-13 rounded-md"
        />
        <Avatar
          name={name}
          src={room.partner.avatarUrl}
          className="absolute -right-1.5 -bottom-1.5 !size-7 border-2 border-surface !text-xs"
        />
      </span>
      <span className="min-w-0 flex-1">
        <span className="flex items-center gap-2">
          <span className="truncate font-bold">{name}</span>
          <Badge tone={roleTone(room.isLender)} className="!h-5.5 !px-1.5 !text-2xs">
            {t(room.isLender ? 'role.lender' : 'role.renter')}
          </Badge>
          <span className="figures ml-auto flex shrink-0 items-center gap-1.5 text-2xs text-ink-faint">
            <RelativeTime at={room.lastMessageAt} />
          </span>
        </span>
        <span className="block truncate text-xs text-ink-soft">
          {room.item.isGone ? t('itemGone') : room.item.title}
        </span>
        <span className="mt-0.5 flex items-center gap-2">
          <span
            className={cx(
              'min-w-0 flex-1 truncate text-sm',
              room.unread > 0 ? 'font-semibold' : 'text-ink-soft',
            )}
          >
            {isCurrent ? t('openNow') : <LastMessage room={room} name={name} />}
          </span>
          <CountBadge count={room.unread} />
          {room.unread > 0 && <span className="sr-only">{t('unread', { count: room.unread })}</span>}
        </span>
      </span>
      <LastPiece />
    </SoftLink>
  );
}

function LastMessage({ room: { last }, name }: { room: RoomSummary; name: string }) {
  const t = useWords('chat');
  if (!last) return t('noMessages');
  if (last.event) return t(`event.${last.event.type}`, { who: last.isMine ? 'me' : 'partner', name });
  return last.isMine ? t('mine', { text: last.body }) : last.body;
}
