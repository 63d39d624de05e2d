import { requireMember } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { DomainError } from '@/lib/core/errors';
import { parseInput } from '@/lib/core/parse';
import { inTransaction } from '@/lib/db/transaction';
import { type ChangePasswordInput, changePasswordSchema } from '@/lib/features/account/schemas';
import { forgetSessions } from '@/lib/features/auth/server/end-session';
import { refuseKnownPassword } from '@/lib/features/auth/server/known-passwords';
import { noteAuth } from '@/lib/features/auth/server/note-auth';
import { passSecondFactor } from '@/lib/features/auth/server/pass-second-factor';
import { hashPassword } from '@/lib/features/auth/server/password-hash';
import { requirePassword } from '@/lib/features/auth/server/require-password';
import type { SessionClaims } from '@/lib/features/auth/server/resolve-actor';

/**
 * Gives the member another password and ends every session, socket and token of theirs. Who has 2단계 인증 is asked for a
 * code too. A Kakao account stays linked: who linked it knew the password that was there.
 *
 * @param from network address of who asks
 * @returns what a new session, for the browser that asked, is to claim
 * @throws UNAUTHENTICATED, also at `otp`, INVALID by field (a wrong current password among them), FORBIDDEN for members without a
 *   password, RATE_LIMITED after 10 tries in 15 minutes
 */
export async function changePassword(
  ctx: ServiceContext,
  input: ChangePasswordInput,
  from: { address: string },
): Promise<SessionClaims> {
  const { id } = requireMember(ctx.actor);
  const { currentPassword, password, otp } = parseInput(changePasswordSchema, input);
  const user = await requirePassword(ctx, id, currentPassword, from);
  await refuseKnownPassword(password, user);
  // Last of what may be refused: a code is good once.
  await passSecondFactor(ctx, { userId: id, code: otp, from });
  const passwordHash = await hashPassword(password);
  const claims = await inTransaction(ctx, async (tx) => {
    const [changed] = await tx.db.user.updateManyAndReturn({
      // Only over the password that was checked: of two changes at once one wins.
      where: { id, status: 'ACTIVE', passwordHash: user.passwordHash },
      data: { passwordHash, sessionVersion: { increment: 1 }, updatedAt: ctx.now() },
      select: { sessionVersion: true },
    });
    if (!changed) throw new DomainError('CONFLICT', 'conflict');
    await forgetSessions(tx, id);
    await tx.db.emailToken.deleteMany({ where: { userId: id, purpose: 'RESET_PASSWORD' } });
    return { userId: id, sessionVersion: changed.sessionVersion };
  });
  noteAuth(ctx, 'password-change', id);
  return claims;
}
