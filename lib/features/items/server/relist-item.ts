import { requireResident } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { DomainError } from '@/lib/core/errors';
import { parseInput } from '@/lib/core/parse';
import { inTransaction } from '@/lib/db/transaction';
import { type ItemIdInput, itemIdSchema } from '@/lib/features/items/schemas';
import { lockOwnItem } from './lock-own-item';

/**
 * Lists a closed item again, as the newest.
 *
 * @throws UNAUTHENTICATED, NOT_FOUND, FORBIDDEN for everybody but the author, CONFLICT unless it is closed
 */
export async function relistItem(ctx: ServiceContext, input: ItemIdInput): Promise<{ itemId: string }> {
  const author = requireResident(ctx.actor);
  const { itemId } = parseInput(itemIdSchema, input);
  const now = ctx.now();
  return inTransaction(ctx, async (tx) => {
    const item = await lockOwnItem(tx, author, itemId);
    if (item.status !== 'CLOSED') throw new DomainError('CONFLICT', 'item.notClosed');
    await tx.db.item.update({
      where: { id: itemId },
      data: { status: 'AVAILABLE', listedAt: now, updatedAt: now },
      select: { id: true },
    });
    return { itemId };
  });
}
