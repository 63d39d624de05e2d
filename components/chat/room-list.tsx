'use client';

import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { useWords } from '@/components/ui/use-words';
import type { Page } from '@/lib/core/page';
import type { RoomSummary } from '@/lib/features/chat/views';
import { paths } from '@/lib/paths';
import { RoomRow } from './room-row';
import { RoomListSkeleton } from './room-skeleton';
import { useRoomList } from './use-room-list';

type RoomListProps = {
  start: Page<RoomSummary> | null;
  currentId?: string;
  onOpen?: (roomId: string) => void;
};

export function RoomList({ start, currentId, onOpen }: RoomListProps) {
  const t = useWords('chat');
  const { rooms, hasMore, isLoading, failure, loadMore, refresh } = useRoomList(start);

  if (!rooms) {
    return failure === null ? <RoomListSkeleton /> : <Failure text={failure} onRetry={refresh} />;
  }
  if (rooms.length === 0) {
    return (
      <EmptyState
        drawing="chat"
        title={t('empty.title')}
        text={t('empty.text')}
        action={<LinkButton href={paths.home}>{t('empty.action')}</LinkButton>}
      />
    );
  }
  return (
    <>
      <ul aria-label={t('list')} className="flex flex-col gap-0.5 p-2">
        {rooms.map((room) => (
          <li key={room.id}>
            <RoomRow room={room} isCurrent={room.id === currentId} onOpen={onOpen} />
          </li>
        ))}
      </ul>
      {failure !== null && <Failure text={failure} onRetry={refresh} />}
      {hasMore && (
        <div className="px-4 pb-4">
          <Button variant="ghost" size="sm" isBlock onClick={loadMore} isPending={isLoading}>
            {t('more')}
          </Button>
        </div>
      )}
    </>
  );
}

function Failure({ text, onRetry }: { text: string; onRetry: () => void }) {
  const t = useWords('chat');
  return (
    <Banner
      tone="error"
      className="m-3"
      action={
        <Button variant="secondary" size="sm" onClick={onRetry}>
          {t('retry')}
        </Button>
      }
    >
      {text || t('listFailed')}
    </Banner>
  );
}
