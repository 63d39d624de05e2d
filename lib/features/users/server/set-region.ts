import { requireMember } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { DomainError } from '@/lib/core/errors';
import { parseInput } from '@/lib/core/parse';
import { requireRegion } from '@/lib/features/regions/server/require-region';
import { type SetRegionInput, setRegionSchema } from '@/lib/features/users/schemas';

/**
 * Sets the member's own district. Items that are listed stay where they were posted.
 *
 * @throws UNAUTHENTICATED, INVALID for a district that does not exist
 */
export async function setRegion(ctx: ServiceContext, input: SetRegionInput): Promise<{ regionCode: string }> {
  const member = requireMember(ctx.actor);
  const { regionCode } = parseInput(setRegionSchema, input);
  await requireRegion(ctx, regionCode);
  // Somebody may leave between the question who it is and this.
  const { count } = await ctx.db.user.updateMany({
    where: { id: member.id, status: 'ACTIVE' },
    data: { regionCode },
  });
  if (count === 0) throw new DomainError('UNAUTHENTICATED', 'auth.required');
  return { regionCode };
}
