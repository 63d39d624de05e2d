import { redirect } from 'next/navigation';
import { isDomainError } from '@/lib/core/errors';
import { getItemForEdit } from '@/lib/features/items/server/get-item-for-edit';
import type { ItemView } from '@/lib/features/items/views';
import { getContext } from '@/lib/next/context';
import { orNotFound } from '@/lib/next/or-not-found';
import { paths } from '@/lib/paths';

/** The item for its author's form; everybody else is sent to its page. */
export async function readOwnItem(itemId: string): Promise<ItemView> {
  const reading = getItemForEdit(await getContext(), { itemId });
  const isRefused = await reading.then(
    () => false,
    (error: unknown) => isDomainError(error) && error.code === 'FORBIDDEN',
  );
  if (isRefused) redirect(paths.item(itemId));
  return orNotFound(reading);
}
