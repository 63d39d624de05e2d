'use client';

import { type MouseEvent, type ReactNode, useEffect, useEffectEvent, useRef } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { buttonStyle } from '@/components/ui/button-style';
import { SoftLink } from '@/components/ui/soft-link';
import { Spinner } from '@/components/ui/spinner';
import { useWords } from '@/components/ui/use-words';
import { whenNear } from '@/components/ui/when-near';
import type { Page } from '@/lib/core/page';
import type { ItemCardView } from '@/lib/features/items/views';
import { ItemCard } from './item-card';
import { ItemGrid } from './item-grid';
import { type LoadItems, useItemPages } from './use-item-pages';

type ItemFeedProps = {
  /** Address of this list without a cursor; give it as `key` too. */
  listKey: string;
  firstPage: Page<ItemCardView>;
  load: LoadItems;
  footer?: (item: ItemCardView) => ReactNode;
};

/** A list that grows as its reader nears the end; without script, 「더 보기」 is a plain link to the next page. */
export function ItemFeed({ listKey, firstPage, load, footer }: ItemFeedProps) {
  const t = useWords('items');
  const { page, phase, loadMore, keepPlace } = useItemPages(listKey, firstPage, load);
  const { data, nextCursor } = page;

  function onMore(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    void loadMore();
  }

  return (
    <>
      <ItemGrid onClickCapture={keepPlace}>
        {data.map((item, index) => (
          <li key={item.id}>
            <ItemCard item={item} isPriority={index < 1} footer={footer?.(item)} />
          </li>
        ))}
      </ItemGrid>
      <p role="status" className="sr-only">
        {phase.kind === 'loading' ? t('feed.loading') : nextCursor === null ? t('feed.end') : ''}
      </p>
      {phase.kind === 'failed' ? (
        <Banner
          tone="error"
          title={t('feed.failed')}
          className="mt-8"
          action={
            <Button size="sm" variant="secondary" onClick={() => void loadMore()}>
              {t('feed.retry')}
            </Button>
          }
        >
          <p>{phase.message ?? t('feed.failedText')}</p>
        </Banner>
      ) : (
        nextCursor !== null && (
          <div className="mt-10 flex justify-center">
            <EndWatcher key={nextCursor} onNear={() => void loadMore()} />
            <SoftLink
              href={withCursor(listKey, nextCursor)}
              onClick={onMore}
              aria-disabled={phase.kind === 'loading'}
              className={buttonStyle({ variant: 'secondary' })}
            >
              {phase.kind === 'loading' && <Spinner />}
              {t('feed.more')}
            </SoftLink>
          </div>
        )
      )}
    </>
  );
}

/** Reports once when the end of the list comes near. */
function EndWatcher({ onNear }: { onNear: () => void }) {
  const ref = useRef<HTMLSpanElement>(null);
  const report = useEffectEvent(onNear);

  useEffect(() => {
    if (ref.current) return whenNear(ref.current, () => report(), { rootMargin: '0px 0px 700px 0px' });
  }, []);

  return <span ref={ref} aria-hidden="true" />;
}

function withCursor(href: string, cursor: string): string {
  return `${href}${href.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(cursor)}`;
}
