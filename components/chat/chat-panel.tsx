'use client';

import { X } from 'lucide';
import { useEffect, useRef, useState } from 'react';
import { Icon } from '@/components/ui/icon';
import { IconButton } from '@/components/ui/icon-button';
import { useWords } from '@/components/ui/use-words';
import { RoomList } from './room-list';
import { RoomPane } from './room-pane';

/** The same chat, over the page that one is on. */
export default function ChatPanel({ onClose }: { onClose: () => void }) {
  const t = useWords('chat');
  const ref = useRef<HTMLElement>(null);
  const [roomId, setRoomId] = useState<string | null>(null);

  useEffect(() => ref.current?.focus(), []);

  return (
    <section
      ref={ref}
      role="dialog"
      aria-label={t('title')}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented && event.target instanceof Element) {
          if (!event.target.closest('dialog[open]')) onClose();
        }
      }}
      className="fixed right-8 bottom-8 z-40 flex h-[min(46rem,calc(100dvh-7rem))] w-104 animate-rise flex-col overflow-hidden rounded-xl border border-line bg-surface shadow-float"
    >
      {roomId ? (
        <RoomPane
          key={roomId}
          roomId={roomId}
          start={null}
          headingLevel="h2"
          onBack={() => setRoomId(null)}
          onClose={onClose}
        />
      ) : (
        <>
          <header className="flex items-center justify-between border-b border-line py-2 pr-2 pl-5">
            <h2 className="text-lg">{t('title')}</h2>
            <IconButton label={t('close')} icon={<Icon of={X} aria-hidden="true" />} onClick={onClose} />
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
            <RoomList start={null} onOpen={setRoomId} />
          </div>
        </>
      )}
    </section>
  );
}
