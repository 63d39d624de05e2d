import type { ServiceContext } from '@/lib/core/context';
import { inTransaction } from '@/lib/db/transaction';
import { storeEndedSession } from './end-session';
import type { SessionClaims } from './resolve-actor';

interface NewSession {
  userId: string;
  sessionId: string;
  /** ms since 1970 */
  endsAt: number;
  /** as `browserLabel` says it */
  browser: string;
}

/**
 * Writes down that a session begins. The one that the same browser had until now ends with it, so that a copy of its
 * cookie opens nothing (OWASP ASVS 5.0, 7.2.4).
 *
 * @param before as a cookie that the server signed claims it
 */
export async function beginSession(
  ctx: ServiceContext,
  { userId, sessionId, endsAt, browser }: NewSession,
  before: (SessionClaims & { endsAt: number }) | null,
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const now = ctx.now();
    await tx.db.$executeRaw`
      INSERT INTO "Session" ("id", "userId", "startedAt", "usedAt", "endsAt", "browser")
      SELECT ${sessionId}::uuid, "id", ${now}, ${now}, ${new Date(endsAt)}, ${browser}
      FROM "User" WHERE "id" = ${userId}::uuid AND "status" = 'ACTIVE'`;
    if (before) await storeEndedSession(tx, before);
  });
}
