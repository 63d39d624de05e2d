'use server';

import type { CreateItemInput } from '@/lib/features/items/schemas';
import { createItem } from '@/lib/features/items/server/create-item';
import { updateItem } from '@/lib/features/items/server/update-item';
import { runAction } from '@/lib/next/action';
import type { ActionResult } from '@/lib/next/action-result';
import { asOnce } from '@/lib/next/once';

/** 「등록하기」 */
export async function postItem(input: CreateItemInput): Promise<ActionResult<{ itemId: string }>> {
  return runAction(asOnce('createItem', createItem), input);
}

/** 「저장하기」 */
export async function editItem(
  itemId: string,
  input: CreateItemInput,
): Promise<ActionResult<{ itemId: string }>> {
  return runAction((ctx) => updateItem(ctx, { ...input, itemId }), undefined);
}
