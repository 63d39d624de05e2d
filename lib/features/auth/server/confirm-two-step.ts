import { requireMember } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { DomainError, invalidField } from '@/lib/core/errors';
import { parseInput } from '@/lib/core/parse';
import { inTransaction } from '@/lib/db/transaction';
import { type CodeInput, codeSchema } from '@/lib/features/auth/schemas';
import { raiseSessions } from './end-session';
import { noteAuth } from './note-auth';
import { codeLimiter, spendAppCode } from './pass-second-factor';
import { storeRecoveryCodes } from './recovery-codes';
import type { SessionClaims } from './resolve-actor';

export interface TwoStepStarted {
  /** shown once, and never again */
  recoveryCodes: string[];
  /** for a new session of the browser that asked: every other one has ended */
  claims: SessionClaims;
}

/**
 * Switches it on with a first code. Every session, socket and token of the member ends.
 *
 * @throws UNAUTHENTICATED, INVALID at `otp`, CONFLICT when it is on or was not offered, RATE_LIMITED
 */
export async function confirmTwoStep(
  ctx: ServiceContext,
  input: CodeInput,
  from: { address: string },
): Promise<TwoStepStarted> {
  const { id: userId } = requireMember(ctx.actor);
  const { otp } = parseInput(codeSchema, input);
  const offered = await ctx.db.secondFactor.findUnique({
    where: { userId, confirmedAt: null },
    select: { secret: true },
  });
  if (!offered) throw new DomainError('CONFLICT', 'conflict');
  const limiter = codeLimiter(ctx, userId, from);
  await limiter.countTry();
  if (!(await spendAppCode(ctx, userId, offered.secret, otp))) {
    noteAuth(ctx, 'two-step-on', userId, 'auth.codeWrong');
    throw invalidField('otp', 'auth.codeWrong');
  }
  await limiter.forgiveTry();
  const started = await inTransaction(ctx, async (tx) => {
    const { count } = await tx.db.secondFactor.updateMany({
      where: { userId, confirmedAt: null, secret: offered.secret },
      data: { confirmedAt: ctx.now() },
    });
    if (count === 0) throw new DomainError('CONFLICT', 'conflict');
    const recoveryCodes = await storeRecoveryCodes(tx, ctx, userId);
    return { recoveryCodes, claims: await raiseSessions(tx, ctx, userId) };
  });
  noteAuth(ctx, 'two-step-on', userId);
  return started;
}
