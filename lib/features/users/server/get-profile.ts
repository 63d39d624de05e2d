import type { ServiceContext } from '@/lib/core/context';
import { DomainError } from '@/lib/core/errors';
import { isId } from '@/lib/core/ids';
import type { UserIdInput } from '@/lib/features/users/schemas';
import type { MemberSummary } from '@/lib/features/users/views';
import { memberSelect, toMemberSummary } from './member-summary';

export interface ProfileView extends MemberSummary {
  nickname: string;
  /** ISO 8601, UTC */
  createdAt: string;
}

/**
 * The public profile of a member: nothing but what everybody may know.
 *
 * @throws NOT_FOUND when there is no such member, or they have left
 */
export async function getProfile(ctx: ServiceContext, input: UserIdInput): Promise<ProfileView> {
  const row = isId(input.userId) ? await findProfile(ctx, input.userId) : null;
  if (!row || row.nickname === null) throw new DomainError('NOT_FOUND', 'notFound');
  return {
    ...toMemberSummary(ctx, row),
    nickname: row.nickname,
    createdAt: row.createdAt.toISOString(),
  };
}

function findProfile(ctx: ServiceContext, userId: string) {
  return ctx.db.user.findUnique({ where: { id: userId }, select: { ...memberSelect, createdAt: true } });
}
