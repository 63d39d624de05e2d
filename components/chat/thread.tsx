'use client';

import { useLocale } from 'next-intl';
import { useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Spinner } from '@/components/ui/spinner';
import { useWords } from '@/components/ui/use-words';
import { createJudge } from '@/lib/features/chat/scam-guard';
import { formatDate } from '@/lib/format/dates';
import { hasOlder, type RoomSession } from '@/lib/realtime/client/room-session';
import { EventRow } from './event-row';
import { MessageBubble } from './message-bubble';
import { NewMessagesPill } from './new-messages-pill';
import { threadRows } from './thread-rows';
import { useOlderPages } from './use-older-pages';
import { useThreadScroll } from './use-thread-scroll';

type ThreadProps = {
  session: RoomSession;
  partnerName: string;
  isPartnerTyping: boolean;
  timeZone: string;
  /** nothing is agreed yet */
  isGuarded?: boolean;
  /** @returns false when they could not be fetched */
  loadOlder: () => Promise<boolean>;
  onRetry: (clientId: string) => void;
  onDiscard: (clientId: string) => void;
};

/**
 * The messages, newest at the bottom. The column is reversed, so that the browser itself starts at the newest and keeps
 * the place while older pages come in above.
 */
export function Thread({
  session,
  partnerName,
  isPartnerTyping,
  timeZone,
  isGuarded,
  loadOlder,
  ...handlers
}: ThreadProps) {
  const t = useWords('chat');
  const locale = useLocale();
  const [judge] = useState(createJudge);
  const rows = useMemo(
    () => threadRows(session, timeZone, isGuarded ? judge : undefined),
    [session, timeZone, isGuarded, judge],
  );
  const scroll = useThreadScroll(session);
  const older = useOlderPages(scroll.ref, hasOlder(session), loadOlder);

  return (
    <div className="relative min-h-0 flex-1 border-t border-line dark:bg-sunken">
      <div
        ref={scroll.ref}
        onScroll={scroll.onScroll}
        className="flex h-full flex-col-reverse overflow-y-auto overscroll-contain px-4 [overflow-anchor:none] md:px-5"
      >
        <div
          role="log"
          aria-label={t('thread.label')}
          aria-busy={older.isLoading}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
          tabIndex={0}
          className="pb-4 -outline-offset-3"
        >
          {hasOlder(session) && (
            <div ref={older.sentinelRef} className="flex min-h-16 items-center justify-center">
              {older.hasFailed ? (
                <Button variant="ghost" size="sm" onClick={older.load}>
                  {t('thread.loadOlder')}
                </Button>
              ) : (
                <Spinner className="text-ink-faint" />
              )}
            </div>
          )}
          {session.isLoaded && rows.length === 0 && (
            <p className="px-4 py-10 text-center text-ink-soft">{t('thread.empty')}</p>
          )}
          {rows.map((row) => {
            if (row.kind === 'day') {
              return (
                <p key={row.key} className="mt-6 mb-2 text-center text-xs text-ink-faint first:mt-4">
                  <time dateTime={row.key}>{formatDate(row.at, locale, 'fullDay', timeZone)}</time>
                </p>
              );
            }
            if (row.kind === 'event') {
              const { viewerId } = session;
              return (
                <EventRow key={row.key} message={row.message} {...{ viewerId, partnerName, timeZone }} />
              );
            }
            return <MessageBubble key={row.key} row={row} {...{ partnerName, timeZone }} {...handlers} />;
          })}
          <p aria-hidden={!isPartnerTyping} className="h-6 pt-2 text-xs text-ink-soft">
            {isPartnerTyping && t('thread.typing', { name: partnerName })}
          </p>
        </div>
      </div>
      {scroll.unseen > 0 && <NewMessagesPill count={scroll.unseen} onPress={scroll.toBottom} />}
    </div>
  );
}
