import type { ServiceContext } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse';
import { inTransaction } from '@/lib/db/transaction';
import { type VerifyEmailInput, verifyEmailSchema } from '@/lib/features/auth/schemas';
import { spendEmailToken } from './email-tokens';

/**
 * Marks a member's address as verified by the link of a letter, whoever is signed in: the letter is the proof.
 *
 * @throws INVALID `auth.linkEnded` when the link is unknown, used, older than a day, or the address is another by now
 */
export async function verifyEmail(ctx: ServiceContext, input: VerifyEmailInput): Promise<{ verified: true }> {
  const { token } = parseInput(verifyEmailSchema, input);
  await inTransaction(ctx, async (tx) => {
    const { userId } = await spendEmailToken(tx, ctx, 'VERIFY_EMAIL', token);
    await tx.db.user.update({
      where: { id: userId },
      data: { emailVerifiedAt: ctx.now(), updatedAt: ctx.now() },
      select: { id: true },
    });
  });
  return { verified: true };
}
