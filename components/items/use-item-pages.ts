'use client';

import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Page } from '@/lib/core/page';
import type { ItemCardView } from '@/lib/features/items/views';
import type { ActionResult } from '@/lib/next/action-result';
import { readFeed, saveFeed, wasReloaded } from './saved-feed';

export type LoadItems = (cursor: string) => Promise<ActionResult<Page<ItemCardView>>>;
type Phase = { kind: 'idle' } | { kind: 'loading' } | { kind: 'failed'; message: string | null };

const IDLE: Phase = { kind: 'idle' };

/**
 * The pages of a list that have been loaded so far, first page included.
 *
 * @param listKey the list's own address: what was loaded is found again by 뒤로 under it
 */
export function useItemPages(listKey: string, firstPage: Page<ItemCardView>, load: LoadItems) {
  const isHydrated = useSyncExternalStore(
    subscribeNothing,
    () => true,
    () => false,
  );
  const [saved] = useState(() => readOnMount(listKey, !isHydrated));
  const [loaded, setLoaded] = useState<Page<ItemCardView> | null>(null);
  const [phase, setPhase] = useState(IDLE);
  const isLoading = useRef(false);
  const page = loaded ?? (isHydrated ? saved?.page : null) ?? firstPage;

  useEffect(() => {
    if (!saved) return;
    const frame = requestAnimationFrame(() => {
      if (Math.abs(window.scrollY - saved.scrollY) > 80) window.scrollTo({ top: saved.scrollY });
    });
    return () => cancelAnimationFrame(frame);
  }, [saved]);

  async function loadMore() {
    if (page.nextCursor === null || isLoading.current) return;
    isLoading.current = true;
    setPhase({ kind: 'loading' });
    const result = await load(page.nextCursor).catch(() => null);
    isLoading.current = false;
    if (!result?.ok) {
      setPhase({ kind: 'failed', message: result?.error.message ?? null });
      return;
    }
    const longer = appendPage(page, result.data);
    setLoaded(longer);
    setPhase(IDLE);
    saveFeed({ listKey, page: longer, scrollY: window.scrollY });
  }

  const keepPlace = () => saveFeed({ listKey, page, scrollY: window.scrollY });

  return { page, phase, loadMore, keepPlace };
}

/** An item that was listed anew in between comes again on a later page: it is shown once. */
export function appendPage(page: Page<ItemCardView>, next: Page<ItemCardView>): Page<ItemCardView> {
  const known = new Set(page.data.map((item) => item.id));
  return {
    data: [...page.data, ...next.data.filter((item) => !known.has(item.id))],
    nextCursor: next.nextCursor,
  };
}

/** Whoever reloads a list wants it new; whoever comes back to it wants it as it was. */
function readOnMount(listKey: string, isHydrating: boolean) {
  if (typeof window === 'undefined' || (isHydrating && wasReloaded())) return null;
  return readFeed(listKey);
}

const subscribeNothing = () => () => {};
