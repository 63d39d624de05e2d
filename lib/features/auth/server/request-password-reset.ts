import type { ServiceContext } from '@/lib/core/context';
import type { Locale } from '@/lib/core/locale';
import { parseInput } from '@/lib/core/parse';
import { type RequestPasswordResetInput, requestPasswordResetSchema } from '@/lib/features/auth/schemas';
import { sendLetter, storeLetter } from './letters';
import { networkOf } from './network';
import { rateLimiter } from './rate-limiter';

const BY_EMAIL = { prefix: 'reset-email', points: 3, windowSeconds: 3600 };
const BY_ADDRESS = { prefix: 'reset-address', points: 20, windowSeconds: 3600 };

/**
 * Sends a letter with a link that sets a new password, when a member has the address. The answer and its time are the
 * same for every address: what is stored before it is the same, and looking for a member begins after it. A member who
 * only signs in with Kakao gets a letter that says so.
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
  const id = await storeLetter(ctx.db, ctx, { kind: 'RESET_PASSWORD', email, locale: from.locale });
  ctx.afterwards(() => sendLetter(ctx, id));
  return { sent: true };
}
