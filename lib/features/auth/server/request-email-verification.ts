import { requireMember } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { DomainError } from '@/lib/core/errors';
import type { Locale } from '@/lib/core/locale';
import { rateLimiter } from './rate-limiter';
import { sendVerification } from './send-verification';

const BY_MEMBER = { prefix: 'verify-member', points: 5, windowSeconds: 3600 };

/**
 * Sends the member another letter with the link that verifies their address.
 *
 * @throws UNAUTHENTICATED, CONFLICT when it is verified already or there is none, RATE_LIMITED after 5 an hour
 */
export async function requestEmailVerification(
  ctx: ServiceContext,
  from: { locale: Locale },
): Promise<{ sent: true }> {
  const { id } = requireMember(ctx.actor);
  const member = await ctx.db.user.findUnique({
    where: { id },
    select: { email: true, emailVerifiedAt: true },
  });
  const email = member?.email;
  if (!email) throw new DomainError('CONFLICT', 'auth.noEmail');
  if (member.emailVerifiedAt) throw new DomainError('CONFLICT', 'auth.emailVerified');
  await rateLimiter(ctx.db, BY_MEMBER, 'auth.tooManyLetters').count(id);
  ctx.afterwards(() => sendVerification(ctx, { userId: id, email }, from.locale));
  return { sent: true };
}
