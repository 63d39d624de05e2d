import { requireMember } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { DomainError } from '@/lib/core/errors';
import { parseInput } from '@/lib/core/parse';
import { type BeginTwoStepInput, beginTwoStepSchema } from '@/lib/features/auth/schemas';
import { requirePassword } from './require-password';
import { newTotpSecret, totpUri } from './totp';

/** What goes into the app, shown once. */
export interface TwoStepOffer {
  /** base32 */
  key: string;
  /** otpauth: address, for a QR code */
  uri: string;
}

/**
 * 2단계 인증 is on offer: a new secret, which counts for nothing until a code of it was typed.
 *
 * @throws UNAUTHENTICATED, INVALID at `currentPassword`, FORBIDDEN for members without a password, CONFLICT when it is
 *   on, RATE_LIMITED
 */
export async function beginTwoStep(
  ctx: ServiceContext,
  input: BeginTwoStepInput,
  from: { address: string },
): Promise<TwoStepOffer> {
  const { id: userId } = requireMember(ctx.actor);
  const { currentPassword } = parseInput(beginTwoStepSchema, input);
  const { email, nickname } = await requirePassword(ctx, userId, currentPassword, from);
  const key = newTotpSecret();
  const secret = ctx.vault.seal(key, userId);
  const stored = await ctx.db.$executeRaw`
    INSERT INTO "SecondFactor" ("userId", "secret", "createdAt") VALUES (${userId}::uuid, ${secret}, ${ctx.now()})
    ON CONFLICT ("userId") DO UPDATE SET "secret" = EXCLUDED."secret", "createdAt" = EXCLUDED."createdAt"
    WHERE "SecondFactor"."confirmedAt" IS NULL`;
  if (stored === 0) throw new DomainError('CONFLICT', 'auth.twoStepOn');
  return { key, uri: totpUri(key, email ?? nickname ?? '') };
}
