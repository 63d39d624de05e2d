import { requireSystem } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { inTransaction } from '@/lib/db/transaction';
import { hasLapsed } from '@/lib/features/rentals/effective-status';
import { lockRental } from './lock-rental';
import { moveEach } from './move-each';
import { moveRental } from './move-rental';

/**
 * Writes down requests that nobody decided in time. Safe to run twice, also at once.
 *
 * @returns how many
 * @throws FORBIDDEN for everybody but jobs
 */
export async function expireRentals(ctx: ServiceContext): Promise<{ moved: number }> {
  requireSystem(ctx.actor);
  const rows = await ctx.db.rental.findMany({
    where: { status: 'REQUESTED', expiresAt: { lte: ctx.now() } },
    orderBy: [{ expiresAt: 'asc' }, { id: 'asc' }],
    take: 500,
    select: { id: true },
  });
  return moveEach(ctx, rows, (id) =>
    inTransaction(ctx, async (tx) => {
      const rental = await lockRental(tx, id, null);
      if (!hasLapsed(rental, ctx.now())) return false;
      await moveRental(tx, ctx, rental, { to: 'EXPIRED', actorId: null });
      return true;
    }),
  );
}
