'use server';

import type { Page } from '@/lib/core/page';
import { listBookmarks } from '@/lib/features/bookmarks/server/list-bookmarks';
import type { ListItemsInput } from '@/lib/features/items/schemas';
import { listItems } from '@/lib/features/items/server/list-items';
import type { ItemCardView } from '@/lib/features/items/views';
import { runAction } from '@/lib/next/action';
import type { ActionResult } from '@/lib/next/action-result';

/** A further page of a list of items. */
export async function loadItems(input: ListItemsInput): Promise<ActionResult<Page<ItemCardView>>> {
  return runAction(listItems, input);
}

/** A further page of what the member has bookmarked. */
export async function loadBookmarks(input: { cursor: string }): Promise<ActionResult<Page<ItemCardView>>> {
  return runAction(listBookmarks, input);
}
