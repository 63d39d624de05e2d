import type { ServiceContext } from '@/lib/core/context';
import { DomainError } from '@/lib/core/errors';
import { emailSchema, signInSchema } from '@/lib/features/auth/schemas';
import { verifyPassword } from './password-hash';
import type { SessionClaims } from './resolve-actor';
import { signInLimiter } from './sign-in-limiter';

/**
 * Checks an e-mail address and a password. Whoever knows the password of a suspended member is told why they are out;
 * to everybody else that member is as wrong as any.
 *
 * @param input of the shape `SignInInput`; whatever came in from outside
 * @param from network address of who asks
 * @returns what the new session is to claim
 * @throws INVALID without telling what was wrong, and after the same work for an unknown address; FORBIDDEN
 *   `auth.suspendedBecause`; RATE_LIMITED after 10
 *   tries in 15 minutes for an account from an address, or 50 from an address
 */
export async function verifyCredentials(
  ctx: ServiceContext,
  input: unknown,
  from: { address: string },
): Promise<SessionClaims> {
  const parsed = signInSchema.safeParse(input);
  if (!parsed.success) throw wrong();
  const { email, password } = parsed.data;
  const limiter = signInLimiter(ctx.db, email, from.address);
  await limiter.countTry();
  const user = await findUser(ctx, email);
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
