'use client';

import { useEffect, useSyncExternalStore } from 'react';
import { useCounts, useMember } from '@/components/member/member-provider';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Loading, Skeleton } from '@/components/ui/skeleton';
import { useWords } from '@/components/ui/use-words';
import type { AlertsFeed } from '@/lib/realtime/client/alerts-feed';
import { AlertRow } from './alert-row';

export default function AlertList() {
  const { realtime } = useMember();
  return realtime ? <Feed feed={realtime.alerts} /> : <AlertsSkeleton />;
}

function Feed({ feed }: { feed: AlertsFeed }) {
  const t = useWords('alerts');
  const unread = useCounts().alerts;
  const { alerts, nextCursor, isLoading, failure } = useSyncExternalStore(
    feed.subscribe,
    feed.snapshot,
    feed.snapshot,
  );
  useEffect(() => void feed.load(), [feed]);

  return (
    <>
      <header className="sticky top-0 z-10 flex min-h-14 items-center justify-between gap-2 border-b border-line bg-raised pr-2 pl-5">
        <h2 className="text-base font-bold">{t('title')}</h2>
        {unread > 0 && (
          <Button variant="ghost" size="sm" onClick={() => feed.read({ all: true })}>
            {t('readAll')}
          </Button>
        )}
      </header>
      {failure !== null && (
        <Banner
          tone="error"
          className="m-3"
          action={
            <Button variant="secondary" size="sm" onClick={() => feed.load()}>
              {t('retry')}
            </Button>
          }
        >
          {failure || t('failed')}
        </Banner>
      )}
      {alerts === null && failure === null && <AlertsSkeleton />}
      {alerts?.length === 0 && (
        <EmptyState
          drawing="bell"
          headingLevel="h3"
          title={t('empty.title')}
          text={t('empty.text')}
          className="!py-8"
        />
      )}
      {alerts && alerts.length > 0 && (
        <ul aria-label={t('title')} className="p-2">
          {alerts.map((alert) => (
            <li key={alert.id}>
              <AlertRow alert={alert} onOpen={() => feed.read({ id: alert.id })} />
            </li>
          ))}
        </ul>
      )}
      {nextCursor && (
        <div className="px-3 pb-3">
          <Button variant="ghost" size="sm" isBlock isPending={isLoading} onClick={() => feed.loadMore()}>
            {t('more')}
          </Button>
        </div>
      )}
    </>
  );
}

function AlertsSkeleton() {
  return (
    <Loading className="flex flex-col gap-4 p-5">
      {['a', 'b', 'c'].map((row) => (
        <div key={row} className="flex gap-3">
          <Skeleton className="size-9 shrink-0 !rounded-full" />
          <div className="flex flex-1 flex-col gap-2">
            <Skeleton className="h-4 w-4/5" />
            <Skeleton className="h-4 w-1/3" />
          </div>
        </div>
      ))}
    </Loading>
  );
}
