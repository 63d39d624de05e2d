import { invalidField } from '@/lib/core/errors';
import type { Tx } from '@/lib/db/transaction';

/**
 * @param currentId the category that the item has already, which it may keep when it was retired since
 * @throws INVALID for the field `categoryId`
 */
export async function requireCategory(tx: Tx, categoryId: number, currentId?: number): Promise<void> {
  if (categoryId === currentId) return;
  const found = await tx.db.category.findUnique({
    where: { id: categoryId },
    select: { retiredAt: true },
  });
  if (!found || found.retiredAt !== null) throw invalidField('categoryId', 'item.category');
}
