import type { ServiceContext } from '@/lib/core/context';
import type { Locale } from '@/lib/core/locale';
import type { LinkOwner } from './email-tokens';
import { sendLetter, storeLetter } from './letters';

/** Writes to a member: a link that verifies their address, for a day. */
export async function sendVerification(ctx: ServiceContext, owner: LinkOwner, locale: Locale): Promise<void> {
  await sendLetter(ctx, await storeLetter(ctx.db, ctx, { kind: 'VERIFY_EMAIL', ...owner, locale }));
}
