import { requireResident } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { DomainError } from '@/lib/core/errors';
import { parseInput } from '@/lib/core/parse';
import { inTransaction, type Tx } from '@/lib/db/transaction';
import { releaseImages } from '@/lib/features/images/server/claim-images';
import { type ItemIdInput, itemIdSchema } from '@/lib/features/items/schemas';
import { lockOwnItem } from '@/lib/features/items/server/lock-own-item';
import { closeRequests } from './close-requests';

const REASON = '물품이 삭제되었어요.';
const NO_PICTURES = { coverImageId: null, coverBlur: null, coverColor: null, imageCount: 0 };

/**
 * Takes an item away: its rooms stay readable, undecided requests for it are rejected, and whoever asked is told, its
 * pictures are released. It stands with rentals, not items: what becomes of the requests is theirs
 * (docs/decisions/0011).
 *
 * @throws UNAUTHENTICATED, NOT_FOUND, FORBIDDEN without a district and for everybody but the author, CONFLICT while a
 *   rental of it is booked or running
 */
export async function deleteItem(ctx: ServiceContext, input: ItemIdInput): Promise<{ itemId: string }> {
  const member = requireResident(ctx.actor);
  const { itemId } = parseInput(itemIdSchema, input);
  return inTransaction(ctx, async (tx) => {
    await lockOwnItem(tx, member, itemId);
    await refuseWhileRented(tx, itemId);
    await closeRequests(tx, ctx, { where: { itemId }, actorId: member.id, reason: REASON });
    await markDeleted(tx, ctx, itemId);
    return { itemId };
  });
}

/** The caller holds the item's row lock and has decided that it may go. */
export async function markDeleted(tx: Tx, ctx: ServiceContext, itemId: string): Promise<void> {
  const now = ctx.now();
  await releaseImages(tx, ctx, itemId);
  await tx.db.item.update({
    where: { id: itemId },
    data: { ...NO_PICTURES, deletedAt: now, updatedAt: now },
    select: { id: true },
  });
}

async function refuseWhileRented(tx: Tx, itemId: string) {
  const rental = await tx.db.rental.findFirst({
    where: { itemId, status: { in: ['ACCEPTED', 'ACTIVE'] } },
    select: { id: true },
  });
  if (rental) throw new DomainError('CONFLICT', 'item.rented');
}
