import type { ServiceContext } from '@/lib/core/context';
import { DomainError } from '@/lib/core/errors';
import { emailSchema, signInSchema } from '@/lib/features/auth/schemas';
import { noteSignIn } from './note-sign-in';
import { passSecondFactor } from './pass-second-factor';
import { verifyPassword } from './password-hash';
import type { SessionClaims } from './resolve-actor';
import { type SignInLimiter, signInLimiter } from './sign-in-limiter';

/** Where somebody signs in from. */
export interface SignInPlace {
  /** network address */
  address: string;
  /** a browser in which these members have been signed in before, as a cookie that the server signed says */
  device?: { id: string; members: readonly string[] } | null;
}

/**
 * Checks an e-mail address and a password, and a code where the member has 2단계 인증. Whoever knows the password of a
 * suspended member is told why they are out; to everybody else that member is as wrong as any.
 *
 * @param input of the shape `SignInInput`; whatever came in from outside
 * @returns what the new session is to claim
 * @throws INVALID without telling what was wrong, and after the same work for an unknown address; FORBIDDEN
 *   `auth.suspendedBecause`; RATE_LIMITED after too many tries (sign-in-limiter.ts); UNAUTHENTICATED `auth.codeRequired`
 *   and INVALID at `otp` only after the right password
 */
export async function verifyCredentials(
  ctx: ServiceContext,
  input: unknown,
  from: SignInPlace,
): Promise<SessionClaims> {
  const parsed = signInSchema.safeParse(input);
  if (!parsed.success) throw wrong();
  const user = await findUser(ctx, parsed.data.email);
  const isOwnDevice = user !== null && from.device?.members.includes(user.id) === true;
  const deviceId = isOwnDevice ? (from.device?.id ?? null) : null;
  const limiter = signInLimiter(ctx.db, parsed.data.email, from.address, deviceId);
  return noteSignIn(ctx, { way: 'password', memberId: user?.id, deviceId }, async () => {
    const known = await judge(user, parsed.data.password, limiter);
    const place = { address: from.address, deviceId };
    const shown = await passSecondFactor(ctx, { userId: known.userId, code: parsed.data.otp, from: place });
    return { claims: known, factor: shown ? (`password+${shown}` as const) : 'password' };
  });
}

type FoundUser = Awaited<ReturnType<typeof findUser>>;

async function judge(user: FoundUser, password: string, limiter: SignInLimiter): Promise<SessionClaims> {
  await limiter.countTry();
  const isRight = await verifyPassword(password, user?.passwordHash ?? null);
  if (!isRight || !user) throw wrong();
  await limiter.forgiveTry();
  if (user.status === 'SUSPENDED') throw suspended(user.suspendedReason);
  if (user.status !== 'ACTIVE') throw wrong();
  return { userId: user.id, sessionVersion: user.sessionVersion };
}

async function findUser(ctx: ServiceContext, text: string) {
  const email = emailSchema.safeParse(text);
  return ctx.db.user.findUnique({
    where: { email: email.success ? email.data : '' },
    select: { id: true, passwordHash: true, status: true, suspendedReason: true, sessionVersion: true },
  });
}

function wrong(): DomainError {
  return new DomainError('INVALID', 'auth.wrong');
}

function suspended(reason: string | null): DomainError {
  return reason
    ? new DomainError('FORBIDDEN', { key: 'auth.suspendedBecause', values: { reason } })
    : new DomainError('FORBIDDEN', 'auth.suspended');
}
