import type { ServiceContext } from '@/lib/core/context';
import type { Prisma } from '@/lib/db/generated/client';
import type { Tx } from '@/lib/db/transaction';
import { hasLapsed } from '@/lib/features/rentals/effective-status';
import { lockRental } from './lock-rental';
import { moveRental } from './move-rental';

interface Closing {
  /** which of the undecided requests */
  where: Prisma.RentalWhereInput;
  /** whose decision it is: an author rejects, an inquirer takes back */
  actorId: string;
  reason: string;
}

/**
 * Ends undecided requests as a person would, one by one: history, event in the room, alert to the other side. One that
 * has lapsed is written down as that. The caller holds the locks of the items.
 *
 * @returns how many
 */
export async function closeRequests(
  tx: Tx,
  ctx: ServiceContext,
  { where, actorId, reason }: Closing,
): Promise<number> {
  const open = await tx.db.rental.findMany({
    where: { AND: [where, { status: 'REQUESTED' }] },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  for (const { id } of open) {
    const rental = await lockRental(tx, id, null);
    if (hasLapsed(rental, ctx.now())) await moveRental(tx, ctx, rental, { to: 'EXPIRED', actorId: null });
    else {
      const to = rental.authorId === actorId ? 'REJECTED' : 'CANCELLED';
      await moveRental(tx, ctx, rental, { to, actorId, reason });
    }
  }
  return open.length;
}
