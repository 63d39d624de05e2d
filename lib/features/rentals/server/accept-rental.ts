import type { ServiceContext } from '@/lib/core/context';
import { DomainError } from '@/lib/core/errors';
import type { MoveRentalInput } from '@/lib/features/rentals/schemas';
import type { RentalView } from '@/lib/features/rentals/views';
import { moveRental } from './move-rental';
import { runMove, startIfDue } from './run-move';

/**
 * The author books a request; it begins at once when its period has begun and nothing else of the item is out.
 *
 * @throws as `runMove`; CONFLICT also when another rental is booked in that period, the item is gone or the inquirer
 *   has left
 */
export function acceptRental(ctx: ServiceContext, input: MoveRentalInput): Promise<RentalView> {
  return runMove(ctx, input, 'accept', async (tx, rental, change) => {
    if (rental.hasOverlap) throw new DomainError('CONFLICT', 'rental.overlap');
    if (rental.isItemGone) throw new DomainError('CONFLICT', 'item.gone');
    if (!rental.hasInquirer) throw new DomainError('CONFLICT', 'rental.notAllowed');
    const booked = await moveRental(tx, ctx, rental, change);
    await startIfDue(tx, ctx, booked, change.actorId);
  });
}
