import type { ServiceContext } from '@/lib/core/context';
import type { Locale } from '@/lib/core/locale';
import { parseInput } from '@/lib/core/parse';
import { type RequestPasswordResetInput, requestPasswordResetSchema } from '@/lib/features/auth/schemas';
import { kakaoOnlyLetter, resetLetter } from '@/lib/mail/letters';
import { paths } from '@/lib/paths';
import { issueEmailToken, LINK_MINUTES } from './email-tokens';
import { networkOf } from './network';
import { rateLimiter } from './rate-limiter';

const BY_EMAIL = { prefix: 'reset-email', points: 3, windowSeconds: 3600 };
const BY_ADDRESS = { prefix: 'reset-address', points: 20, windowSeconds: 3600 };

/**
 * Sends a letter with a link that sets a new password, when a member has the address. The answer and its time are the
 * same for every address: looking for a member, and writing to them, begin after it. A member who only signs in with
 * Kakao gets a letter that says so.
 *
 * @throws INVALID by field, RATE_LIMITED after 3 letters an hour for an address of mail, 20 for a network
 */
export async function requestPasswordReset(
  ctx: ServiceContext,
  input: RequestPasswordResetInput,
  from: { address: string; locale: Locale },
): Promise<{ sent: true }> {
  const { email } = parseInput(requestPasswordResetSchema, input);
  await rateLimiter(ctx.db, BY_ADDRESS, 'auth.tooManyLetters').count(networkOf(from.address));
  await rateLimiter(ctx.db, BY_EMAIL, 'auth.tooManyLetters').count(email);
  ctx.afterwards(() => write(ctx, email, from.locale));
  return { sent: true };
}

async function write(ctx: ServiceContext, email: string, locale: Locale) {
  const member = await ctx.db.user.findFirst({
    where: { email, status: 'ACTIVE' },
    select: { id: true, email: true, passwordHash: true },
  });
  if (!member?.email) return;
  const to = member.email;
  if (member.passwordHash === null) {
    await ctx.mail.send(kakaoOnlyLetter({ locale, to, link: ctx.siteUrl + paths.login() }));
    return;
  }
  const token = await issueEmailToken(ctx, 'RESET_PASSWORD', { userId: member.id, email: to });
  const link = ctx.siteUrl + paths.resetPassword(token);
  await ctx.mail.send(resetLetter({ locale, to, link, minutes: LINK_MINUTES.RESET_PASSWORD }));
}
