import { requireMember } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { DomainError } from '@/lib/core/errors';
import { parseInput } from '@/lib/core/parse';
import { databaseCode } from '@/lib/db/errors';
import { type ChangeNicknameInput, changeNicknameSchema } from '@/lib/features/account/schemas';

/**
 * Gives the member another nickname.
 *
 * @throws UNAUTHENTICATED, INVALID, CONFLICT at `nickname` when another has it, whatever the case
 */
export async function changeNickname(
  ctx: ServiceContext,
  input: ChangeNicknameInput,
): Promise<{ nickname: string }> {
  const { id } = requireMember(ctx.actor);
  const { nickname } = parseInput(changeNicknameSchema, input);
  try {
    await ctx.db.user.update({
      where: { id, status: 'ACTIVE' },
      data: { nickname, updatedAt: ctx.now() },
      select: { id: true },
    });
  } catch (error) {
    if (!['P2002', '23505'].includes(databaseCode(error) ?? '')) throw error;
    const reason = { key: 'auth.nicknameTaken' };
    throw new DomainError('CONFLICT', reason, { fields: [{ field: 'nickname', reason }] });
  }
  return { nickname };
}
