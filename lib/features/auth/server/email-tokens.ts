import { createHash, randomBytes } from 'node:crypto';
import type { ServiceContext } from '@/lib/core/context';
import { DomainError } from '@/lib/core/errors';
import type { Tx } from '@/lib/db/transaction';

type Purpose = 'VERIFY_EMAIL' | 'RESET_PASSWORD';

/** How long a link in a letter works. */
export const LINK_MINUTES = { RESET_PASSWORD: 30, VERIFY_EMAIL: 24 * 60 } satisfies Record<Purpose, number>;

export interface LinkOwner {
  userId: string;
  email: string;
}

/**
 * Makes what a link in a letter carries: 256 random bits, of which only a digest is kept.
 *
 * @returns the token, in base64url
 */
export async function issueEmailToken(
  ctx: ServiceContext,
  purpose: Purpose,
  { userId, email }: LinkOwner,
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const now = ctx.now();
  await ctx.db.emailToken.create({
    data: {
      userId,
      email,
      purpose,
      tokenHash: digest(token),
      createdAt: now,
      expiresAt: new Date(now.getTime() + LINK_MINUTES[purpose] * 60_000),
    },
    select: { id: true },
  });
  return token;
}

/** Whether a link would still work; nothing is used up. */
export async function isEmailTokenOpen(
  ctx: ServiceContext,
  purpose: Purpose,
  token: string,
): Promise<boolean> {
  const found = await ctx.db.emailToken.count({
    where: { tokenHash: digest(token), purpose, usedAt: null, expiresAt: { gt: ctx.now() } },
  });
  return found === 1;
}

/**
 * Uses a link up, and with it every other one of its purpose that its owner has. The owner's row is locked.
 *
 * @throws INVALID when the link is unknown, used, over, or of an address that its owner no longer has
 */
export async function spendEmailToken(
  tx: Tx,
  ctx: ServiceContext,
  purpose: Purpose,
  token: string,
): Promise<LinkOwner & { isEmailVerified: boolean }> {
  const [owner] = await tx.db.$queryRaw<(LinkOwner & { isEmailVerified: boolean })[]>`
    SELECT member."id" AS "userId", member."email"::text AS "email",
      member."emailVerifiedAt" IS NOT NULL AS "isEmailVerified"
    FROM "EmailToken" link JOIN "User" member ON member."id" = link."userId" AND member."email" = link."email"
    WHERE link."tokenHash" = ${digest(token)} AND link."purpose" = ${purpose}::"EmailTokenPurpose"
      AND link."usedAt" IS NULL AND link."expiresAt" > ${ctx.now()} AND member."status" = 'ACTIVE'
    FOR UPDATE OF member, link`;
  if (!owner) throw linkEnded();
  await tx.db.emailToken.updateMany({
    where: { userId: owner.userId, purpose, usedAt: null },
    data: { usedAt: ctx.now() },
  });
  return owner;
}

export function linkEnded(): DomainError {
  return new DomainError('INVALID', 'auth.linkEnded');
}

function digest(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
