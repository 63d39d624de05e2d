import type { Page } from '@/lib/core/page';
import type { ItemCardView } from '@/lib/features/items/views';

/** What a list had loaded, and where it was scrolled to, when its reader went on to a page behind it. */
export interface SavedFeed {
  listKey: string;
  page: Page<ItemCardView>;
  scrollY: number;
}

export const FEED_PREFIX = 'feed:';
const MAX_SAVED = 6;

/**
 * Keeps a list for this entry of the browser's history: 뒤로 finds it whole, a new visit starts afresh.
 * Where storage is closed or full, 뒤로 simply starts at the first page.
 */
export function saveFeed(feed: SavedFeed): void {
  try {
    const id = entryId() ?? markEntry();
    forgetOldest(FEED_PREFIX + id);
    sessionStorage.setItem(FEED_PREFIX + id, JSON.stringify(feed));
  } catch {
    // Nothing depends on it.
  }
}

/** @returns what was kept for the current entry, if it is about the same list */
export function readFeed(listKey: string): SavedFeed | null {
  try {
    const id = entryId();
    const text = id && sessionStorage.getItem(FEED_PREFIX + id);
    const feed = text ? (JSON.parse(text) as SavedFeed) : null;
    return feed?.listKey === listKey ? feed : null;
  } catch {
    return null;
  }
}

/** For a list that has changed by what its reader did there. */
export function forgetFeed(): void {
  try {
    sessionStorage.removeItem(FEED_PREFIX + entryId());
  } catch {
    // Nothing was kept then.
  }
}

/** This document came by the reload button. */
export function wasReloaded(): boolean {
  const [entry] = performance.getEntriesByType('navigation');
  return entry !== undefined && 'type' in entry && entry.type === 'reload';
}

function entryId(): string | null {
  const id: unknown = window.history.state?.feedId;
  return typeof id === 'string' ? id : null;
}

function markEntry(): string {
  const id = `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`;
  window.history.replaceState({ ...window.history.state, feedId: id }, '');
  return id;
}

function forgetOldest(except: string): void {
  const kept = Object.keys(sessionStorage).filter((key) => key.startsWith(FEED_PREFIX) && key !== except);
  for (const key of kept.sort().slice(0, Math.max(0, kept.length - MAX_SAVED + 1))) {
    sessionStorage.removeItem(key);
  }
}
