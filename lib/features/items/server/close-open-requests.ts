import type { Tx } from '@/lib/db/transaction';

interface Closing {
  itemId: string;
  /** whose decision it is */
  actorId: string;
  reason: string;
  now: Date;
}

/**
 * Rejects every undecided request for an item, with a row of history each. The caller holds the item's row lock. No
 * message and no alert: whoever calls it publishes what people are to see.
 *
 * @returns ids of the rentals rejected
 */
export async function closeOpenRequests(
  tx: Tx,
  { itemId, actorId, reason, now }: Closing,
): Promise<string[]> {
  const open = await tx.db.rental.findMany({
    where: { itemId, status: 'REQUESTED' },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  const ids = open.map(({ id }) => id);
  if (ids.length === 0) return [];
  const closed = await tx.db.rental.updateManyAndReturn({
    where: { id: { in: ids }, status: 'REQUESTED' },
    data: { status: 'REJECTED', updatedAt: now },
    select: { id: true },
  });
  await tx.db.rentalEvent.createMany({
    data: closed.map(({ id: rentalId }) => ({
      rentalId,
      fromStatus: 'REQUESTED',
      toStatus: 'REJECTED',
      actorId,
      reason,
      createdAt: now,
    })),
  });
  return closed.map(({ id }) => id);
}
