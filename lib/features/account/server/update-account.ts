import { requireMember, requireResident } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { DomainError } from '@/lib/core/errors';
import { parseInput } from '@/lib/core/parse';
import { databaseCode } from '@/lib/db/errors';
import { type UpdateAccountInput, updateAccountSchema } from '@/lib/features/account/schemas';
import { requireRegion } from '@/lib/features/regions/server/require-region';

/**
 * Changes what is given of nickname and district: both or neither.
 *
 * @throws UNAUTHENTICATED (also when the member has just left), FORBIDDEN without a district, INVALID by field, CONFLICT at `nickname` when another has
 *   it, whatever the case
 */
export async function updateAccount(ctx: ServiceContext, input: UpdateAccountInput): Promise<void> {
  const member = requireMember(ctx.actor);
  const { nickname, regionCode } = parseInput(updateAccountSchema, input);
  const { id } = regionCode === undefined ? requireResident(ctx.actor) : member;
  if (regionCode !== undefined) await requireRegion(ctx, regionCode);
  const changes = {
    ...(nickname !== undefined && { nickname }),
    ...(regionCode !== undefined && { regionCode }),
  };
  const count = await update(ctx, id, changes);
  if (count === 0) throw new DomainError('UNAUTHENTICATED', 'auth.required');
}

async function update(ctx: ServiceContext, id: string, changes: { nickname?: string; regionCode?: string }) {
  try {
    const { count } = await ctx.db.user.updateMany({
      where: { id, status: 'ACTIVE' },
      data: { ...changes, updatedAt: ctx.now() },
    });
    return count;
  } catch (error) {
    if (!['P2002', '23505'].includes(databaseCode(error) ?? '')) throw error;
    const reason = { key: 'auth.nicknameTaken' };
    throw new DomainError('CONFLICT', reason, { fields: [{ field: 'nickname', reason }] });
  }
}
