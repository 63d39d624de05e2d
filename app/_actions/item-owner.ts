'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import type { ItemIdInput } from '@/lib/features/items/schemas';
import { relistItem } from '@/lib/features/items/server/relist-item';
import { deleteItem } from '@/lib/features/rentals/server/delete-item';
import { runAction } from '@/lib/next/action';
import { asOnce, type Submission } from '@/lib/next/once';
import { paths } from '@/lib/paths';

export type Refused = { message: string };

/** 「삭제하기」: goes to the author's own items. @returns only when it was refused: why */
export async function removeItem(input: ItemIdInput & Submission): Promise<Refused> {
  const result = await runAction(asOnce('deleteItem', deleteItem), input);
  if (result.ok) redirect(paths.myPage('items'));
  return { message: result.error.message };
}

/** 「다시 등록하기」. @returns why it was refused, or null */
export async function putBack(input: ItemIdInput & Submission): Promise<Refused | null> {
  const result = await runAction(asOnce('relistItem', relistItem), input);
  if (!result.ok) return { message: result.error.message };
  refresh();
  return null;
}
