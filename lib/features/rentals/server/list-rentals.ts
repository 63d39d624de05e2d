import { requireMember } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { decodeCursor, type Page, toPage } from '@/lib/core/page';
import { parseInput } from '@/lib/core/parse';
import { Prisma } from '@/lib/db/generated/client';
import { type ListRentalsInput, listRentalsSchema } from '@/lib/features/rentals/schemas';
import type { RentalView } from '@/lib/features/rentals/views';
import { findRentalRows, rowToRentalView } from './rental-rows';

/**
 * The member's rentals on either side, the last changed first, in one statement. What has lapsed counts as closed even
 * before the job has written it down.
 *
 * @throws UNAUTHENTICATED, INVALID
 */
export async function listRentals(ctx: ServiceContext, input: ListRentalsInput): Promise<Page<RentalView>> {
  const { id: viewerId } = requireMember(ctx.actor);
  const { state, cursor, limit } = parseInput(listRentalsSchema, input);
  const after = cursor === undefined ? null : decodeCursor(cursor);
  const place = after
    ? Prisma.sql`AND (rental."updatedAt", rental."id") < (${after.at}, ${after.id}::uuid)`
    : Prisma.empty;
  const isOngoing = Prisma.sql`(rental."status" IN ('ACCEPTED', 'ACTIVE')
    OR rental."status" = 'REQUESTED' AND rental."expiresAt" > ${ctx.now()}::timestamptz)`;
  const rows = await findRentalRows(
    ctx,
    viewerId,
    Prisma.sql`AND ${state === 'ongoing' ? isOngoing : Prisma.sql`NOT ${isOngoing}`} ${place}
      ORDER BY rental."updatedAt" DESC, rental."id" DESC LIMIT ${limit + 1}`,
  );
  const page = toPage(rows, limit, (row) => ({ at: row.updatedAt, id: row.rental.id }));
  return { data: page.data.map((row) => rowToRentalView(ctx, row, viewerId)), nextCursor: page.nextCursor };
}
