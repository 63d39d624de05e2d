import { requireMember } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { DomainError } from '@/lib/core/errors';
import type { Locale } from '@/lib/core/locale';
import { sendLetter, storeLetter } from './letters';
import { rateLimiter } from './rate-limiter';

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
  const order = { kind: 'VERIFY_EMAIL', userId: id, email, locale: from.locale } as const;
  const letterId = await storeLetter(ctx.db, ctx, order);
  ctx.afterwards(() => sendLetter(ctx, letterId));
  return { sent: true };
}
