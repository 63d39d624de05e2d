import { requireMember } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { DomainError } from '@/lib/core/errors';
import { parseInput } from '@/lib/core/parse';
import { inTransaction, type Tx } from '@/lib/db/transaction';
import { releaseImages } from '@/lib/features/images/server/claim-images';
import { type ItemIdInput, itemIdSchema } from '@/lib/features/items/schemas';
import { closeOpenRequests } from './close-open-requests';
import { lockOwnItem } from './lock-own-item';

const REASON = '물품이 삭제되었어요.';
const NO_PICTURES = { coverImageId: null, coverBlur: null, coverColor: null, imageCount: 0 };

/**
 * Takes an item away: its rooms stay readable, undecided requests for it are rejected, its pictures are released.
 *
 * @throws UNAUTHENTICATED, NOT_FOUND, FORBIDDEN for everybody but the author, CONFLICT while a rental of it is booked
 *   or running
 */
export async function deleteItem(ctx: ServiceContext, input: ItemIdInput): Promise<{ itemId: string }> {
  const member = requireMember(ctx.actor);
  const { itemId } = parseInput(itemIdSchema, input);
  const now = ctx.now();
  return inTransaction(ctx, async (tx) => {
    await lockOwnItem(tx, member, itemId);
    await refuseWhileRented(tx, itemId);
    await closeOpenRequests(tx, { itemId, actorId: member.id, reason: REASON, now });
    await releaseImages(tx, ctx, itemId);
    await tx.db.item.update({
      where: { id: itemId },
      data: { ...NO_PICTURES, deletedAt: now, updatedAt: now },
      select: { id: true },
    });
    return { itemId };
  });
}

async function refuseWhileRented(tx: Tx, itemId: string) {
  const rental = await tx.db.rental.findFirst({
    where: { itemId, status: { in: ['ACCEPTED', 'ACTIVE'] } },
    select: { id: true },
  });
  if (rental) throw new DomainError('CONFLICT', 'item.rented');
}
