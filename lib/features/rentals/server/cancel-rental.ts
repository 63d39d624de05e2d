import type { ServiceContext } from '@/lib/core/context';
import type { MoveRentalInput } from '@/lib/features/rentals/schemas';
import type { RentalView } from '@/lib/features/rentals/views';
import { runMove } from './run-move';

/** The inquirer takes a request back, or either calls a booking off before it begins. Throws as `runMove`. */
export function cancelRental(ctx: ServiceContext, input: MoveRentalInput): Promise<RentalView> {
  return runMove(ctx, input, 'cancel');
}
