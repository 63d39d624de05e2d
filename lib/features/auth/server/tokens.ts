import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { ServiceContext } from '@/lib/core/context';
import { DomainError } from '@/lib/core/errors';
import { parseInput } from '@/lib/core/parse';
import { inTransaction, type Tx } from '@/lib/db/transaction';
import { type RefreshTokenInput, refreshTokenSchema } from '@/lib/features/auth/schemas';
import { ACCESS_TOKEN_SECONDS, SESSION_DAYS } from '@/lib/features/auth/session-life';
import { storeEndedSession } from './end-session';
import { noteAuth } from './note-auth';
import type { SessionClaims } from './resolve-actor';
import { verifyCredentials } from './verify-credentials';

export interface TokenGrant {
  /** what the access token is to claim */
  claims: SessionClaims;
  /** 256 random bits; only its digest is kept */
  refreshToken: string;
}

/** A family ends that long after its sign-in, however often it is refreshed (OWASP ASVS 5.0, 7.3.2). */
const FAMILY_MS = SESSION_DAYS * 24 * 3600 * 1_000;

interface Family {
  familyId: string;
  expiresAt: Date;
}

interface TokenRow extends Family {
  id: string;
  userId: string;
  isSpent: boolean;
  isOver: boolean;
  sessionVersion: number;
  isActive: boolean;
}

/**
 * Signs a program in for a member and begins a family of refresh tokens.
 *
 * @throws as verifyCredentials does
 */
export async function issueTokens(
  ctx: ServiceContext,
  input: unknown,
  from: { address: string },
): Promise<TokenGrant> {
  const claims = await verifyCredentials(ctx, input, from);
  const family = { familyId: randomUUID(), expiresAt: new Date(ctx.now().getTime() + FAMILY_MS) };
  return inTransaction(ctx, (tx) => grant(tx, ctx, claims, family));
}

/**
 * Takes a refresh token and gives the next of its family. One that was used before has been copied: the whole family
 * ends (RFC 9700, 4.14.2). Of two that come with the same token at once, one is the copy: both lose.
 *
 * @throws INVALID, UNAUTHENTICATED for a token that is unknown, over, revoked or used, or whose member may no longer
 *   sign in
 */
export async function refreshTokens(ctx: ServiceContext, input: RefreshTokenInput): Promise<TokenGrant> {
  const { refreshToken } = parseInput(refreshTokenSchema, input);
  let copiedOf: string | undefined;
  const granted = await inTransaction(ctx, async (tx) => {
    const token = await lockToken(tx, ctx, refreshToken);
    if (!token) return null;
    if (token.isSpent) copiedOf = token.userId;
    if (token.isSpent || token.isOver || !token.isActive) {
      await endFamily(tx, ctx, token);
      return null;
    }
    await tx.db.refreshToken.update({
      where: { id: token.id },
      data: { usedAt: ctx.now() },
      select: { id: true },
    });
    const { userId, sessionVersion } = token;
    return grant(tx, ctx, { userId, sessionVersion }, token);
  });
  if (copiedOf !== undefined) noteAuth(ctx, 'token-reused', copiedOf, 'auth.tokenEnded');
  // Thrown after the commit: the end of the family has to stay.
  if (!granted) throw new DomainError('UNAUTHENTICATED', 'auth.tokenEnded');
  return granted;
}

/** Ends the family of a refresh token. Says nothing about whether there was one (RFC 7009). @throws INVALID */
export async function revokeTokens(ctx: ServiceContext, input: RefreshTokenInput): Promise<void> {
  const { refreshToken } = parseInput(refreshTokenSchema, input);
  await inTransaction(ctx, async (tx) => {
    const token = await lockToken(tx, ctx, refreshToken);
    if (token) await endFamily(tx, ctx, token);
  });
}

async function grant(
  tx: Tx,
  ctx: ServiceContext,
  claims: SessionClaims,
  { familyId, expiresAt }: Family,
): Promise<TokenGrant> {
  const refreshToken = randomBytes(32).toString('base64url');
  await tx.db.refreshToken.create({
    data: {
      familyId,
      userId: claims.userId,
      tokenHash: digest(refreshToken),
      createdAt: ctx.now(),
      expiresAt,
    },
    select: { id: true },
  });
  return { claims: { ...claims, sessionId: familyId }, refreshToken };
}

async function lockToken(tx: Tx, ctx: ServiceContext, token: string): Promise<TokenRow | null> {
  const [row] = await tx.db.$queryRaw<TokenRow[]>`
    SELECT token."id", token."familyId", token."userId", token."expiresAt", token."usedAt" IS NOT NULL AS "isSpent",
      (token."revokedAt" IS NOT NULL OR token."expiresAt" <= ${ctx.now()}) AS "isOver",
      member."sessionVersion", member."status" = 'ACTIVE' AS "isActive"
    FROM "RefreshToken" token JOIN "User" member ON member."id" = token."userId"
    WHERE token."tokenHash" = ${digest(token)} FOR UPDATE OF token`;
  return row ?? null;
}

/** Its access tokens end as well, and the sockets that they opened. */
async function endFamily(
  tx: Tx,
  ctx: ServiceContext,
  { familyId, userId, sessionVersion }: TokenRow,
): Promise<void> {
  const now = ctx.now();
  // Waits for a refresh that is under way: its new token has to be there to be ended.
  await tx.db.$queryRaw`
    SELECT "id" FROM "RefreshToken" WHERE "familyId" = ${familyId}::uuid ORDER BY "id" FOR UPDATE`;
  await tx.db.refreshToken.updateMany({ where: { familyId, revokedAt: null }, data: { revokedAt: now } });
  const endsAt = now.getTime() + ACCESS_TOKEN_SECONDS * 1_000;
  await storeEndedSession(tx, { userId, sessionVersion, sessionId: familyId, endsAt });
}

function digest(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
