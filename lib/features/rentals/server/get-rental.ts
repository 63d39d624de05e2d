import { requireMember } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { DomainError } from '@/lib/core/errors';
import { parseInput } from '@/lib/core/parse';
import { Prisma } from '@/lib/db/generated/client';
import { moveRentalSchema } from '@/lib/features/rentals/schemas';
import type { RentalView } from '@/lib/features/rentals/views';
import { findRentalRows, rowToRentalView } from './rental-rows';

/**
 * A rental as one of its two people sees it now, in one statement.
 *
 * @throws UNAUTHENTICATED, INVALID, NOT_FOUND for another's rental
 */
export async function getRental(ctx: ServiceContext, input: { rentalId: string }): Promise<RentalView> {
  const { id: viewerId } = requireMember(ctx.actor);
  const { rentalId } = parseInput(moveRentalSchema.pick({ rentalId: true }), input);
  const [row] = await findRentalRows(ctx, viewerId, Prisma.sql`AND rental."id" = ${rentalId}::uuid`);
  if (!row) throw new DomainError('NOT_FOUND', 'notFound');
  return rowToRentalView(ctx, row, viewerId);
}
