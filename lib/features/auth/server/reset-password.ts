import type { ServiceContext } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse';
import { inTransaction } from '@/lib/db/transaction';
import { type ResetPasswordInput, resetPasswordSchema } from '@/lib/features/auth/schemas';
import { isEmailTokenOpen, linkEnded, spendEmailToken } from './email-tokens';
import { forgetSessions } from './end-session';
import { refuseKnownPassword } from './known-passwords';
import { noteAuth } from './note-auth';
import { hashPassword } from './password-hash';

/**
 * Sets a new password by the link of a letter and ends every session, socket and token of the member. Who can read the
 * letter has the address, so it counts as verified. A Kakao account that was linked is so no longer: whoever linked it knew
 * a password that its owner does not trust or know any more, or had made the account in another's name.
 *
 * @returns whose it is, and whether one was
 * @throws INVALID by field, or `auth.linkEnded` when the link is unknown, used or older than 30 minutes
 */
export async function resetPassword(
  ctx: ServiceContext,
  input: ResetPasswordInput,
): Promise<{ userId: string; isKakaoUnlinked: boolean }> {
  const { token, password } = parseInput(resetPasswordSchema, input);
  // Before the costly digest of the password.
  if (!(await isEmailTokenOpen(ctx, 'RESET_PASSWORD', token))) {
    noteAuth(ctx, 'password-reset', undefined, 'auth.linkEnded');
    throw linkEnded();
  }
  await refuseKnownPassword(password, {});
  const passwordHash = await hashPassword(password);
  const changed = await inTransaction(ctx, async (tx) => {
    const { userId, isEmailVerified } = await spendEmailToken(tx, ctx, 'RESET_PASSWORD', token);
    const now = ctx.now();
    await tx.db.user.update({
      where: { id: userId },
      data: {
        passwordHash,
        sessionVersion: { increment: 1 },
        updatedAt: now,
        ...(!isEmailVerified && { emailVerifiedAt: now }),
      },
      select: { id: true },
    });
    const { count } = await tx.db.account.deleteMany({ where: { userId } });
    await forgetSessions(tx, userId);
    return { userId, isKakaoUnlinked: count > 0 };
  });
  noteAuth(ctx, 'password-reset', changed.userId);
  return changed;
}
