import type { ServiceContext } from '@/lib/core/context';
import type { MoveRentalInput } from '@/lib/features/rentals/schemas';
import type { RentalView } from '@/lib/features/rentals/views';
import { runMove } from './run-move';

/** The author turns a request down; it stays in the history. Throws as `runMove`. */
export function rejectRental(ctx: ServiceContext, input: MoveRentalInput): Promise<RentalView> {
  return runMove(ctx, input, 'reject');
}
