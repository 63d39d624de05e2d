import type { ServiceContext } from '@/lib/core/context';
import { DomainError, invalidField } from '@/lib/core/errors';
import { noteAuth } from '@/lib/features/auth/server/note-auth';
import { verifyPassword } from '@/lib/features/auth/server/password-hash';
import { signInLimiter } from '@/lib/features/auth/server/sign-in-limiter';

/**
 * The admin's own password once more, before something is taken away: an open browser is not enough.
 *
 * @throws INVALID at `adminPassword`, FORBIDDEN for an admin without a password, RATE_LIMITED after 10 tries
 */
export async function confirmPassword(ctx: ServiceContext, adminId: string, password: string): Promise<void> {
  const user = await ctx.db.user.findUnique({ where: { id: adminId }, select: { passwordHash: true } });
  if (!user?.passwordHash) throw new DomainError('FORBIDDEN', 'admin.noPassword');
  const limiter = signInLimiter(ctx.db, `admin ${adminId}`, 'admin');
  await limiter.countTry();
  const isRight = await verifyPassword(password, user.passwordHash);
  noteAuth(ctx, 'admin-password-asked', adminId, isRight ? 'ok' : 'admin.wrongPassword');
  if (!isRight) {
    throw invalidField('adminPassword', 'admin.wrongPassword');
  }
  await limiter.forgiveTry();
}
