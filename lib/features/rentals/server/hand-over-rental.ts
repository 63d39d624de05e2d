import type { ServiceContext } from '@/lib/core/context';
import { DomainError } from '@/lib/core/errors';
import type { MoveRentalInput } from '@/lib/features/rentals/schemas';
import type { RentalView } from '@/lib/features/rentals/views';
import { moveRental } from './move-rental';
import { runMove } from './run-move';

/**
 * The lender hands the thing over, at its start or earlier; the agreed period stays as it is.
 *
 * @throws as `runMove`; CONFLICT also while another rental of the item is out, or booked before this one
 */
export function handOverRental(ctx: ServiceContext, input: MoveRentalInput): Promise<RentalView> {
  return runMove(ctx, input, 'handOver', async (tx, rental, change) => {
    if (rental.hasOtherActive) throw new DomainError('CONFLICT', 'rental.notReturned');
    if (rental.hasEarlierBooking) throw new DomainError('CONFLICT', 'rental.overlap');
    await moveRental(tx, ctx, rental, change);
  });
}
