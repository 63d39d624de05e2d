import type { ServiceContext } from '@/lib/core/context';
import { DomainError, invalidField } from '@/lib/core/errors';
import { noteAuth } from './note-auth';
import { verifyPassword } from './password-hash';
import { signInLimiter } from './sign-in-limiter';

/**
 * Asks a member who is signed in for their password once more.
 *
 * @param typed what they typed as their password
 * @param from network address of who asks
 * @throws INVALID at `currentPassword`, FORBIDDEN for members without a password, RATE_LIMITED after 10 tries in 15 minutes
 */
export async function requirePassword(
  ctx: ServiceContext,
  userId: string,
  typed: string,
  { address }: { address: string },
): Promise<{ passwordHash: string; email: string | null; nickname: string | null }> {
  const user = await ctx.db.user.findUnique({
    where: { id: userId },
    select: { passwordHash: true, email: true, nickname: true },
  });
  if (!user?.passwordHash) throw new DomainError('FORBIDDEN', 'account.noPassword');
  const limiter = signInLimiter(ctx.db, `password of ${userId}`, address);
  await limiter.countTry();
  const isRight = await verifyPassword(typed, user.passwordHash);
  noteAuth(ctx, 'password-asked', userId, isRight ? 'ok' : 'account.wrongPassword');
  if (!isRight) {
    throw invalidField('currentPassword', 'account.wrongPassword');
  }
  await limiter.forgiveTry();
  return { ...user, passwordHash: user.passwordHash };
}
