import { requireMember } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
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
  await ctx.db.user.update({ where: { id: member.id }, data: { regionCode }, select: { id: true } });
  return { regionCode };
}
