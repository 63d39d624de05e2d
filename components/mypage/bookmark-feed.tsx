'use client';

import { ItemFeed } from '@/components/items/item-feed';
import type { Page } from '@/lib/core/page';
import type { ItemCardView } from '@/lib/features/items/views';
import type { ActionResult } from '@/lib/next/action-result';
import { paths } from '@/lib/paths';

type BookmarkFeedProps = {
  firstPage: Page<ItemCardView>;
  load: (input: { cursor: string }) => Promise<ActionResult<Page<ItemCardView>>>;
};

export function BookmarkFeed({ firstPage, load }: BookmarkFeedProps) {
  return (
    <ItemFeed listKey={paths.myPage('bookmarks')} firstPage={firstPage} load={(cursor) => load({ cursor })} />
  );
}
