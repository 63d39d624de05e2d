'use client';

import { useSelectedLayoutSegment } from 'next/navigation';
import { type ReactNode, useMemo } from 'react';
import { PageShell } from '@/components/layout/page-shell';
import { cx } from '@/components/ui/cx';
import { useWords } from '@/components/ui/use-words';
import type { Page } from '@/lib/core/page';
import { type Sealed, unseal } from '@/lib/core/sealed';
import type { RoomSummary } from '@/lib/features/chat/views';
import { RoomList } from './room-list';

type ChatColumnsProps = { rooms: Sealed<Page<RoomSummary>>; children: ReactNode };

/** List and room side by side; on phones one or the other. */
export function ChatColumns({ rooms, children }: ChatColumnsProps) {
  const t = useWords('chat');
  const start = useMemo(() => unseal(rooms), [rooms]);
  const roomId = useSelectedLayoutSegment();
  const Title = roomId === null ? 'h1' : 'h2';
  return (
    <PageShell isImmersive={roomId !== null} className="!min-h-0 !p-0 md:!px-8 md:!py-6">
      <div className="flex h-[calc(100dvh-var(--header)-var(--tab-bar))] overflow-hidden bg-surface md:h-[calc(100dvh-var(--header)-3rem)] md:min-h-96 md:rounded-lg md:border md:border-line">
        <section
          aria-label={t('list')}
          className={cx(
            'w-full min-w-0 flex-col border-line lg:flex lg:w-88 lg:shrink-0 lg:border-r',
            roomId === null ? 'flex' : 'hidden',
          )}
        >
          <header className="border-b border-line px-5 py-3.5">
            <Title className="text-xl">{t('title')}</Title>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
            <RoomList start={start} currentId={roomId ?? undefined} />
          </div>
        </section>
        <div className={cx('min-h-0 min-w-0 flex-1 flex-col lg:flex', roomId === null ? 'hidden' : 'flex')}>
          {children}
        </div>
      </div>
    </PageShell>
  );
}
