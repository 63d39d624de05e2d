import { requireResident } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { DomainError } from '@/lib/core/errors';
import { parseInput } from '@/lib/core/parse';
import { inTransaction, type Tx } from '@/lib/db/transaction';
import { claimImages } from '@/lib/features/images/server/claim-images';
import { type UpdateItemInput, updateItemSchema } from '@/lib/features/items/schemas';
import { lockOwnItem } from './lock-own-item';
import { prepareImages } from './prepare-images';
import { requireCategory } from './require-category';

/**
 * Changes an item and its pictures (kept, re-ordered, dropped, added) together. What has been agreed keeps its own
 * quote: a new price alters no rental.
 *
 * @throws INVALID by field (`images.<index>` for a picture), UNAUTHENTICATED, NOT_FOUND, FORBIDDEN for everybody but
 *   the author, CONFLICT for the section while a rental is open
 */
export async function updateItem(ctx: ServiceContext, input: UpdateItemInput): Promise<{ itemId: string }> {
  const author = requireResident(ctx.actor);
  const { itemId, images, ...fields } = parseInput(updateItemSchema, input);
  await inTransaction(ctx, (tx) => lockOwnItem(tx, author, itemId));
  await prepareImages(ctx, images);
  return inTransaction(ctx, async (tx) => {
    const item = await lockOwnItem(tx, author, itemId);
    await requireCategory(tx, fields.categoryId, item.categoryId);
    if (item.section !== fields.section) await refuseWhileOpen(tx, itemId);
    const pictures = await claimImages(tx, ctx, { itemId, ownerId: author.id, refs: images });
    await tx.db.item.update({
      where: { id: itemId },
      data: { ...fields, ...pictures, updatedAt: ctx.now() },
      select: { id: true },
    });
    return { itemId };
  });
}

/** The section decides who lends: it stands still while people deal on it. */
async function refuseWhileOpen(tx: Tx, itemId: string) {
  const open = await tx.db.rental.findFirst({
    where: { itemId, status: { in: ['REQUESTED', 'ACCEPTED', 'ACTIVE'] } },
    select: { id: true },
  });
  if (!open) return;
  const reason = { key: 'item.rented' };
  throw new DomainError('CONFLICT', reason, { fields: [{ field: 'section', reason }] });
}
