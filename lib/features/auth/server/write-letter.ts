import type { ServiceContext } from '@/lib/core/context';
import type { Mail } from '@/lib/core/mail';
import { kakaoOnlyLetter, resetLetter, verificationLetter } from '@/lib/mail/letters';
import { paths } from '@/lib/paths';
import { issueEmailToken, LINK_MINUTES } from './email-tokens';
import type { LetterOrder } from './letters';

/**
 * Words a letter, with a link that works from now on.
 *
 * @returns null when there is nobody to write to: no member has the address, or it is verified already
 */
export async function writeLetter(ctx: ServiceContext, order: LetterOrder): Promise<Mail | null> {
  const { kind, email, userId, locale } = order;
  const member = await ctx.db.user.findFirst({
    where: { email, status: 'ACTIVE', ...(userId !== undefined && { id: userId }) },
    select: { id: true, email: true, passwordHash: true, emailVerifiedAt: true },
  });
  if (!member?.email) return null;
  const to = member.email;
  const owner = { userId: member.id, email: to };
  if (kind === 'VERIFY_EMAIL') {
    if (member.emailVerifiedAt) return null;
    const link = ctx.siteUrl + paths.verifyEmail(await issueEmailToken(ctx, kind, owner));
    return verificationLetter({ locale, to, link, hours: LINK_MINUTES[kind] / 60 });
  }
  if (member.passwordHash === null) return kakaoOnlyLetter({ locale, to, link: ctx.siteUrl + paths.login() });
  const link = ctx.siteUrl + paths.resetPassword(await issueEmailToken(ctx, kind, owner));
  return resetLetter({ locale, to, link, minutes: LINK_MINUTES[kind] });
}
