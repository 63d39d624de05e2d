import type { ServiceContext } from '@/lib/core/context';
import { passSecondFactor } from './pass-second-factor';
import { requirePassword } from './require-password';

/**
 * Asks a member who is signed in for what they sign in with once more: the password, and a code where they have 2단계 인증.
 *
 * @param from network address of who asks
 * @throws INVALID at `currentPassword` or `otp`, UNAUTHENTICATED at `otp` when no code was typed, FORBIDDEN for members
 *   without a password, RATE_LIMITED
 */
export async function requireBothSteps(
  ctx: ServiceContext,
  userId: string,
  { currentPassword, otp }: { currentPassword: string; otp?: string | undefined },
  from: { address: string },
): Promise<void> {
  await requirePassword(ctx, userId, currentPassword, from);
  await passSecondFactor(ctx, { userId, code: otp, from });
}
