import { requireMember } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { DomainError } from '@/lib/core/errors';
import { inTransaction, type Tx } from '@/lib/db/transaction';
import type { SessionClaims } from './resolve-actor';

/**
 * Ends one session for good, with its sockets, everywhere. Nothing happens for one that has ended already.
 *
 * @param session as a cookie that the server signed claims it: it is its own warrant
 */
export async function endSession(
  ctx: ServiceContext,
  session: SessionClaims & { endsAt: number },
): Promise<void> {
  await inTransaction(ctx, (tx) => storeEndedSession(tx, session));
}

/** One session ends when the transaction does. */
export async function storeEndedSession(
  tx: Tx,
  { userId, sessionId, endsAt }: SessionClaims & { endsAt: number },
): Promise<void> {
  if (sessionId === undefined) return;
  // Of a member who is no longer there nothing has to be ended.
  await tx.db.$executeRaw`
    INSERT INTO "EndedSession" ("id", "userId", "endsAt")
    SELECT ${sessionId}::uuid, "id", ${new Date(endsAt)} FROM "User" WHERE "id" = ${userId}::uuid
    ON CONFLICT ("id") DO NOTHING`;
  await tx.db.session.deleteMany({ where: { id: sessionId, userId } });
  tx.events.push({ type: 'sessions.ended', userId, sessionId });
}

/**
 * 모든 기기에서 로그아웃: every session, socket and token of the member ends, the one that asks too.
 *
 * @throws UNAUTHENTICATED
 */
export async function endAllSessions(ctx: ServiceContext): Promise<{ ended: true }> {
  const { id: userId } = requireMember(ctx.actor);
  await inTransaction(ctx, (tx) => raiseSessions(tx, ctx, userId));
  return { ended: true };
}

/**
 * Every session, socket and token of the member ends when the transaction does.
 *
 * @returns what a new session is to claim
 * @throws UNAUTHENTICATED for one who is no longer active
 */
export async function raiseSessions(tx: Tx, ctx: ServiceContext, userId: string): Promise<SessionClaims> {
  const [user] = await tx.db.user.updateManyAndReturn({
    where: { id: userId, status: 'ACTIVE' },
    data: { sessionVersion: { increment: 1 }, updatedAt: ctx.now() },
    select: { sessionVersion: true },
  });
  if (!user) throw new DomainError('UNAUTHENTICATED', 'auth.required');
  await forgetSessions(tx, userId);
  return { userId, sessionVersion: user.sessionVersion };
}

/** What else there is of a member's sessions goes, once their version was raised: rows, tokens and sockets. */
export async function forgetSessions(tx: Tx, userId: string): Promise<void> {
  await tx.db.session.deleteMany({ where: { userId } });
  await tx.db.refreshToken.deleteMany({ where: { userId } });
  tx.events.push({ type: 'sessions.ended', userId });
}
