'use client';

import { MessageCircle } from 'lucide';
import Form from 'next/form';
import { usePathname } from 'next/navigation';
import { type FormEvent, useId } from 'react';
import { CountBadge } from '@/components/ui/count-badge';
import { cx } from '@/components/ui/cx';
import { Icon } from '@/components/ui/icon';
import { LastPiece } from '@/components/ui/last-piece';

const WIDE = '(width >= 64rem)';

type ChatLauncherProps = {
  label: string;
  unread: number;
  /** The count in words. */
  unreadText: string;
  /** On a wide screen: opens the chat over the page instead of going to /chats. */
  onOpenPanel?: () => void;
};

/** The button 「채팅」: third place of the tab bar on phones, floating in the corner on wide screens (except over the chat itself). */
export function ChatLauncher({ label, unread, unreadText, onOpenPanel }: ChatLauncherProps) {
  const countId = useId();
  const isInChat = usePathname().startsWith('/chats');

  function onSubmit(event: FormEvent) {
    if (!onOpenPanel || !window.matchMedia(WIDE).matches) return;
    event.preventDefault();
    onOpenPanel();
  }

  return (
    <Form
      action="/chats"
      // Every page of a member would ask for the rooms twice, for whoever opens them once (docs/decisions/0030).
      prefetch={false}
      onSubmit={onSubmit}
      // A form with unsaved work asks before it is left, but a panel leaves nothing.
      data-leave-freely={onOpenPanel && WIDE}
      className={cx(
        'comes-whole tab-bar fixed right-1/4 bottom-0 z-40 h-(--tab-bar) w-1/4 pb-[env(safe-area-inset-bottom)] md:right-8 md:bottom-8 md:h-auto md:w-auto md:p-0',
        isInChat ? 'text-accent-ink md:hidden' : 'text-ink-soft',
      )}
    >
      <button
        type="submit"
        aria-describedby={unread > 0 ? countId : undefined}
        className="relative flex size-full flex-col items-center justify-center gap-0.5 text-2xs font-semibold transition md:h-14 md:flex-row md:gap-2 md:rounded-full md:bg-ink md:px-6 md:text-base md:text-paper md:shadow-float md:hover:-translate-y-0.5"
      >
        <Icon of={MessageCircle} aria-hidden="true" className="size-6" />
        <CountBadge
          count={unread}
          className="absolute top-1 left-[54%] md:-top-1.5 md:-right-1 md:left-auto"
        />
        {label}
      </button>
      {unread > 0 && (
        <span id={countId} hidden>
          {unreadText}
        </span>
      )}
      <LastPiece />
    </Form>
  );
}
