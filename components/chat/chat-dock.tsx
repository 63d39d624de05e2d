'use client';

import { usePathname } from 'next/navigation';
import { lazy, Suspense, useState } from 'react';
import { ChatLauncher } from '@/components/layout/chat-launcher';
import { useCounts } from '@/components/member/member-provider';
import { useWords } from '@/components/ui/use-words';
import { paths } from '@/lib/paths';

const ChatPanel = lazy(() => import('./chat-panel'));

/** 「채팅」 for members, with the live count; on a wide screen it opens the panel over the page. */
export function ChatDock() {
  const t = useWords('layout');
  const { messages } = useCounts();
  const pathname = usePathname();
  const [isWanted, setWanted] = useState(false);
  const isOnChats = pathname === paths.chats || pathname.startsWith(`${paths.chats}/`);
  const isOpen = isWanted && !isOnChats;

  return (
    <>
      <div className={isOnChats || isOpen ? 'md:hidden' : undefined}>
        <ChatLauncher
          label={t('chats')}
          unread={messages}
          unreadText={t('unreadMessages', { count: messages })}
          onOpenPanel={() => setWanted(true)}
        />
      </div>
      {isOpen && (
        <Suspense>
          <ChatPanel onClose={() => setWanted(false)} />
        </Suspense>
      )}
    </>
  );
}
