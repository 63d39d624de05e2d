import { notFound } from 'next/navigation';
import { cache } from 'react';
import { isId } from '@/lib/core/ids';
import { getItem } from '@/lib/features/items/server/get-item';
import type { ItemView } from '@/lib/features/items/views';
import { getContext } from '@/lib/next/context';
import { orNotFound } from '@/lib/next/or-not-found';

/** The item of this request, read once; the 404 screen for one that is not (or no longer) there. */
export const readItem = cache(async (itemId: string): Promise<ItemView> => {
  if (!isId(itemId)) notFound();
  return orNotFound(getItem(await getContext(), { itemId }));
});
