import { requireMember } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { DomainError } from '@/lib/core/errors';
import { parseInput } from '@/lib/core/parse';
import { inTransaction } from '@/lib/db/transaction';
import { type CodeInput, codeSchema } from '@/lib/features/auth/schemas';
import { noteAuth } from './note-auth';
import { passSecondFactor } from './pass-second-factor';
import { storeRecoveryCodes } from './recovery-codes';

/**
 * Ten new recovery codes; those before are over.
 *
 * @throws UNAUTHENTICATED, INVALID at `otp`, CONFLICT when it is not on, RATE_LIMITED
 */
export async function renewRecoveryCodes(
  ctx: ServiceContext,
  input: CodeInput,
  from: { address: string },
): Promise<string[]> {
  const { id: userId } = requireMember(ctx.actor);
  const { otp } = parseInput(codeSchema, input);
  await passSecondFactor(ctx, { userId, code: otp, from });
  const codes = await inTransaction(ctx, async (tx) => {
    const on = await tx.db.$queryRaw<object[]>`
      SELECT 1 FROM "SecondFactor" WHERE "userId" = ${userId}::uuid AND "confirmedAt" IS NOT NULL FOR UPDATE`;
    if (on.length === 0) throw new DomainError('CONFLICT', 'conflict');
    return storeRecoveryCodes(tx, ctx, userId);
  });
  noteAuth(ctx, 'recovery-codes', userId);
  return codes;
}
