import type { ServiceContext } from '@/lib/core/context';
import { DomainError } from '@/lib/core/errors';
import { isId } from '@/lib/core/ids';
import type { UserIdInput } from '@/lib/features/users/schemas';
import type { MemberSummary } from '@/lib/features/users/views';
import { type MemberRow, memberJson, toMemberSummary } from './member-summary';

export interface ProfileView extends MemberSummary {
  nickname: string;
  /** ISO 8601, UTC */
  createdAt: string;
  /** by the viewer */
  isBlocked: boolean;
}

interface ProfileRow {
  member: MemberRow;
  createdAt: Date;
}

/**
 * The public profile of a member: nothing but what everybody may know. One statement.
 *
 * @throws NOT_FOUND when there is no such member, they have left, or have blocked the viewer
 */
export async function getProfile(ctx: ServiceContext, input: UserIdInput): Promise<ProfileView> {
  const isShut = ctx.actor.kind === 'member' && ctx.actor.blocked?.byThem.includes(input.userId);
  const row = !isShut && isId(input.userId) ? await findProfile(ctx, input.userId) : null;
  if (!row || row.member.nickname === null) throw new DomainError('NOT_FOUND', 'notFound');
  return {
    ...toMemberSummary(ctx, row.member),
    nickname: row.member.nickname,
    createdAt: row.createdAt.toISOString(),
    isBlocked: ctx.actor.kind === 'member' && ctx.actor.blocked?.byMe.includes(input.userId) === true,
  };
}

async function findProfile(ctx: ServiceContext, userId: string): Promise<ProfileRow | null> {
  const [row] = await ctx.db.$queryRaw<ProfileRow[]>`
    SELECT ${memberJson('member')} AS "member", member."createdAt"
    FROM "User" member WHERE member."id" = ${userId}::uuid`;
  return row ?? null;
}
