import { requireMember } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { DomainError } from '@/lib/core/errors';
import { parseInput } from '@/lib/core/parse';
import { inTransaction, type Tx } from '@/lib/db/transaction';
import type { KakaoPerson } from '@/lib/features/auth/kakao';
import { type BothStepsInput, bothStepsSchema } from '@/lib/features/auth/schemas';
import { noteAuth } from './note-auth';
import { requireBothSteps } from './require-both-steps';
import type { SessionClaims } from './resolve-actor';

/**
 * Asks who is signed in before they leave to link a Kakao account: it is a way in that asks for no code and outlives a
 * password, and an open browser alone must not add one.
 *
 * @returns id of the member
 * @throws UNAUTHENTICATED, INVALID by field, FORBIDDEN for members without a password, RATE_LIMITED
 */
export async function confirmKakaoLink(
  ctx: ServiceContext,
  input: BothStepsInput,
  from: { address: string },
): Promise<string> {
  const { id: userId } = requireMember(ctx.actor);
  await requireBothSteps(ctx, userId, parseInput(bothStepsSchema, input), from);
  return userId;
}

/**
 * Lets the member sign in with this Kakao account from now on. Kakao's word verifies the member's address when it is the
 * same one.
 *
 * @returns what the member's session is to claim, as before
 * @throws UNAUTHENTICATED, CONFLICT when the account is another member's or the member has linked another one
 */
export async function linkKakao(
  ctx: ServiceContext,
  { kakaoId, email }: KakaoPerson,
): Promise<SessionClaims> {
  const { id: userId } = requireMember(ctx.actor);
  const claims = await inTransaction(ctx, async (tx) => {
    const member = await lockMember(tx, userId);
    const key = { provider_providerAccountId: { provider: 'kakao', providerAccountId: kakaoId } };
    const holder = await tx.db.account.findUnique({ where: key, select: { userId: true } });
    if (holder && holder.userId !== userId) throw new DomainError('CONFLICT', 'auth.kakaoTaken');
    if (!holder) {
      if (await tx.db.account.count({ where: { userId, provider: 'kakao' } })) {
        throw new DomainError('CONFLICT', 'auth.kakaoLinked');
      }
      await tx.db.account.create({
        data: { userId, provider: 'kakao', providerAccountId: kakaoId, createdAt: ctx.now() },
        select: { id: true },
      });
    }
    if (email && member.email === email && !member.isVerified) {
      await tx.db.user.update({
        where: { id: userId },
        data: { emailVerifiedAt: ctx.now(), updatedAt: ctx.now() },
        select: { id: true },
      });
    }
    return { userId, sessionVersion: member.sessionVersion };
  });
  noteAuth(ctx, 'kakao-link', userId);
  return claims;
}

/**
 * Takes the Kakao account away from the member's ways to sign in.
 *
 * @throws UNAUTHENTICATED, CONFLICT when there is no password: it would be the last way in; INVALID by field, RATE_LIMITED
 */
export async function unlinkKakao(
  ctx: ServiceContext,
  input: BothStepsInput,
  from: { address: string },
): Promise<{ unlinked: true }> {
  const { id: userId } = requireMember(ctx.actor);
  const member = await ctx.db.user.findUnique({ where: { id: userId }, select: { passwordHash: true } });
  if (member && member.passwordHash === null) throw new DomainError('CONFLICT', 'auth.kakaoOnlyWay');
  await requireBothSteps(ctx, userId, parseInput(bothStepsSchema, input), from);
  await ctx.db.account.deleteMany({ where: { userId, provider: 'kakao' } });
  noteAuth(ctx, 'kakao-unlink', userId);
  return { unlinked: true };
}

interface LockedMember {
  email: string | null;
  isVerified: boolean;
  sessionVersion: number;
}

async function lockMember(tx: Tx, userId: string): Promise<LockedMember> {
  const [member] = await tx.db.$queryRaw<LockedMember[]>`
    SELECT lower("email"::text) AS "email", "emailVerifiedAt" IS NOT NULL AS "isVerified",
      "sessionVersion"
    FROM "User" WHERE "id" = ${userId}::uuid AND "status" = 'ACTIVE' FOR UPDATE`;
  if (!member) throw new DomainError('UNAUTHENTICATED', 'auth.required');
  return member;
}
