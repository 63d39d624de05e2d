import type { ServiceContext } from '@/lib/core/context';
import type { MoveRentalInput } from '@/lib/features/rentals/schemas';
import type { RentalView } from '@/lib/features/rentals/views';
import { runMove } from './run-move';

/**
 * The lender has the thing back: the item is available again when it is to be listed by itself, else closed. Throws as
 * `runMove`.
 */
export function endRental(ctx: ServiceContext, input: MoveRentalInput): Promise<RentalView> {
  return runMove(ctx, input, 'end');
}
