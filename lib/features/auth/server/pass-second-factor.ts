import type { ServiceContext } from '@/lib/core/context';
import { DomainError, invalidField } from '@/lib/core/errors';
import { noteAuth } from './note-auth';
import { rateLimiter } from './rate-limiter';
import { spendRecoveryCode } from './recovery-codes';
import { type SignInLimiter, signInLimiter } from './sign-in-limiter';
import { stepOf } from './totp';

interface Try {
  userId: string;
  /** a code of the app or a recovery code; undefined or empty when none was typed */
  code: string | undefined;
  from: CodePlace;
}

interface CodePlace {
  /** network address */
  address: string;
  /** a browser in which the member was signed in before */
  deviceId?: string | null;
}

/**
 * The second step for a member whose password was right. A code counts once: the database moves on from its step, and
 * nobody passes with a step that is not later.
 *
 * @returns what was shown; null for a member without a second step
 * @throws UNAUTHENTICATED `auth.codeRequired` when none was typed, INVALID at `otp` for a wrong or used one, RATE_LIMITED
 */
export async function passSecondFactor(
  ctx: ServiceContext,
  { userId, code = '', from }: Try,
): Promise<'code' | 'recovery-code' | null> {
  const factor = await ctx.db.secondFactor.findUnique({
    where: { userId, confirmedAt: { not: null } },
    select: { secret: true },
  });
  if (!factor) return null;
  const typed = code.trim();
  if (typed === '') {
    const fields = [{ field: 'otp', reason: { key: 'auth.codeRequired' } }];
    throw new DomainError('UNAUTHENTICATED', 'auth.codeRequired', { fields });
  }
  const limiter = codeLimiter(ctx, userId, from);
  await limiter.countTry();
  const isOfApp = await spendAppCode(ctx, userId, factor.secret, typed);
  const isRight = isOfApp || (await spendRecoveryCode(ctx, userId, typed));
  noteAuth(ctx, 'code-asked', userId, isRight ? 'ok' : 'auth.codeWrong');
  if (!isRight) throw invalidField('otp', 'auth.codeWrong');
  await limiter.forgiveTry();
  return isOfApp ? 'code' : 'recovery-code';
}

/** @returns whether the code was right, of a later step than any before, and of the secret that still stands */
export async function spendAppCode(
  ctx: ServiceContext,
  userId: string,
  sealed: Uint8Array<ArrayBuffer>,
  typed: string,
): Promise<boolean> {
  const code = typed.replace(/\s/g, '');
  const secret = ctx.vault.open(sealed, userId);
  const step = secret !== null && /^\d{6}$/.test(code) ? stepOf(secret, code, ctx.now()) : null;
  if (step === null) return false;
  const { count } = await ctx.db.secondFactor.updateMany({
    where: { userId, secret: sealed, lastStep: { lt: step } },
    data: { lastStep: step },
  });
  return count === 1;
}

/** Tries at a code of one member from everywhere, without those from where they were signed in before. */
const BY_STRANGERS = { prefix: 'code-strangers', points: 20, windowSeconds: 24 * 3600 };

/**
 * Tries at a code are counted apart from those at a password: only who has the password, or a session, can use them up.
 * Twenty wrong ones a day from strange browsers together leave a guesser one chance in forty a year.
 */
export function codeLimiter(
  ctx: ServiceContext,
  userId: string,
  { address, deviceId = null }: CodePlace,
): SignInLimiter {
  const limiter = signInLimiter(ctx.db, `code of ${userId}`, address, deviceId);
  if (deviceId !== null) return limiter;
  const byStrangers = rateLimiter(ctx.db, BY_STRANGERS, 'auth.tooMany');
  return {
    async countTry() {
      await byStrangers.count(userId);
      await limiter.countTry();
    },
    async forgiveTry() {
      await Promise.all([byStrangers.forgive(userId), limiter.forgiveTry()]);
    },
  };
}
