'use client';

import { useRouter } from 'next/navigation';
import { useMemo } from 'react';
import { BlockButton } from '@/components/members/block-button';
import { useViewerZone } from '@/components/time/use-viewer-zone';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { LastPiece } from '@/components/ui/last-piece';
import { LinkButton } from '@/components/ui/link-button';
import { useWords } from '@/components/ui/use-words';
import { paths } from '@/lib/paths';
import { Composer } from './composer';
import { ConnectionBanner } from './connection-banner';
import { ReportMessageButton } from './report-message-button';
import { RoomHeader } from './room-header';
import { RoomRental } from './room-rental';
import { RoomSkeleton } from './room-skeleton';
import { Thread } from './thread';
import { type RoomStart, useRoom } from './use-room';

/** Whoever has come so far has met, or is about to. */
const AGREED = new Set<string>(['ACCEPTED', 'ACTIVE', 'ENDED']);

type RoomPaneProps = {
  roomId: string;
  /** What the server rendered; null in the panel, where the socket brings everything. */
  start: RoomStart | null;
  headingLevel?: 'h1' | 'h2';
  onBack?: () => void;
  onClose?: () => void;
};

/** One room: whom, what, the rental, the thread and the box. */
export function RoomPane({ roomId, start, ...header }: RoomPaneProps) {
  const t = useWords('chat');
  const router = useRouter();
  const timeZone = useViewerZone();
  const { snapshot, sync, write } = useRoom(roomId, start);
  const { room, session, isPartnerTyping, refusal } = snapshot;
  const handlers = useMemo(
    () => ({
      onRetry: (clientId: string) => sync?.retry(clientId),
      onDiscard: (clientId: string) => sync?.discard(clientId),
    }),
    [sync],
  );

  if (refusal) {
    return (
      <div className="flex flex-col items-start gap-4 p-5">
        <Banner tone="error" className="w-full">
          {refusal.message}
        </Banner>
        {header.onBack ? (
          <Button variant="secondary" size="sm" onClick={header.onBack}>
            {t('toList')}
          </Button>
        ) : (
          <LinkButton href={paths.chats} variant="secondary" size="sm">
            {t('toList')}
          </LinkButton>
        )}
      </div>
    );
  }
  if (!room) return <RoomSkeleton />;

  const onChange = () => {
    sync?.refresh();
    router.refresh();
  };
  const partnerName = room.partner.nickname ?? t('withdrawn');
  return (
    <div className="comes-whole group/room flex h-full min-h-0 flex-col">
      <RoomHeader
        room={room}
        {...header}
        tools={
          <>
            {room.partner.nickname !== null && (
              <BlockButton
                look="icon"
                memberId={room.partner.id}
                name={partnerName}
                isBlocked={room.isBlockedByMe}
                onChange={onChange}
              />
            )}
            <ReportMessageButton
              itemId={room.item.id}
              viewerId={session.viewerId}
              messages={session.messages}
              timeZone={timeZone}
            />
          </>
        }
      />
      <RoomRental room={room} timeZone={timeZone} onChange={onChange} />
      <ConnectionBanner />
      <Thread
        session={session}
        {...{ partnerName, isPartnerTyping, timeZone }}
        isGuarded={!AGREED.has(room.rental?.status ?? '')}
        loadOlder={async () => (await sync?.loadOlder()) ?? false}
        {...handlers}
      />
      {room.canWrite ? (
        <Composer onSend={write} onTyping={() => sync?.tellTyping()} />
      ) : (
        <p className="border-t border-line bg-sunken px-5 py-4 text-center text-sm text-ink-soft">
          {t(room.isBlockedByMe ? 'youBlocked' : room.isBlocked ? 'cannotWriteBlocked' : 'cannotWrite')}
        </p>
      )}
      <LastPiece />
    </div>
  );
}
