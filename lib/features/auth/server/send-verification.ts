import type { ServiceContext } from '@/lib/core/context';
import type { Locale } from '@/lib/core/locale';
import { verificationLetter } from '@/lib/mail/letters';
import { paths } from '@/lib/paths';
import { issueEmailToken, LINK_MINUTES, type LinkOwner } from './email-tokens';

/** Writes to a member: a link that verifies their address, for a day. */
export async function sendVerification(ctx: ServiceContext, owner: LinkOwner, locale: Locale): Promise<void> {
  const token = await issueEmailToken(ctx, 'VERIFY_EMAIL', owner);
  const link = ctx.siteUrl + paths.verifyEmail(token);
  const hours = LINK_MINUTES.VERIFY_EMAIL / 60;
  await ctx.mail.send(verificationLetter({ locale, to: owner.email, link, hours }));
}
