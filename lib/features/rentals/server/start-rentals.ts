import { requireSystem } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { inTransaction } from '@/lib/db/transaction';
import { lockRental } from './lock-rental';
import { moveEach } from './move-each';
import { startIfDue } from './run-move';

/**
 * Begins booked rentals whose period has begun, the earliest first; those whose item is still out wait. Safe to run
 * twice, also at once.
 *
 * @returns how many
 * @throws FORBIDDEN for everybody but jobs
 */
export async function startRentals(ctx: ServiceContext): Promise<{ moved: number }> {
  requireSystem(ctx.actor);
  const rows = await ctx.db.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Rental" rental
    WHERE "status" = 'ACCEPTED' AND "startsAt" <= ${ctx.now()} AND NOT EXISTS (
      SELECT 1 FROM "Rental" other WHERE other."itemId" = rental."itemId" AND other."status" = 'ACTIVE')
    ORDER BY "startsAt", "id" LIMIT 500`;
  return moveEach(ctx, rows, (id) =>
    inTransaction(ctx, async (tx) => {
      const rental = await lockRental(tx, id, null);
      return (await startIfDue(tx, ctx, rental)).status !== rental.status;
    }),
  );
}
