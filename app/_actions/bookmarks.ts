'use server';

import type { SetBookmarkInput } from '@/lib/features/bookmarks/schemas';
import { setBookmark as setBookmarkVerb } from '@/lib/features/bookmarks/server/set-bookmark';
import { runAction } from '@/lib/next/action';
import type { ActionResult } from '@/lib/next/action-result';

export async function setBookmark(
  input: SetBookmarkInput,
): Promise<ActionResult<{ on: boolean; bookmarkCount: number }>> {
  return runAction(setBookmarkVerb, input);
}
