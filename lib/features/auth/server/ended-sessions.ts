import type { Db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { queryPrepared } from '@/lib/db/query-prepared';
import { idleSince } from '@/lib/features/auth/session-life';
import type { SessionClaims } from './resolve-actor';

/** Those of the sessions that have ended, as `resolveActor` would say of each; one statement. */
export async function endedSessions<S extends SessionClaims>(
  db: Db,
  sessions: readonly S[],
  now = new Date(),
): Promise<S[]> {
  if (sessions.length === 0) return [];
  const ids = [...new Set(sessions.map(({ userId }) => userId))];
  const rows = await queryPrepared<{ id: string; sessionVersion: number; ended: string[] | null }>(
    db,
    Prisma.sql`SELECT "id", "sessionVersion",
        (SELECT array_agg("id"::text) FROM (
          SELECT "id" FROM "EndedSession" WHERE "userId" = "User"."id"
          UNION ALL SELECT "id" FROM "Session" WHERE "userId" = "User"."id" AND "usedAt" < ${idleSince(now)}
        ) gone) AS "ended" FROM "User"
      WHERE "id" = ANY (${ids}::uuid[]) AND "status" = 'ACTIVE' AND "nickname" IS NOT NULL`,
  );
  const versions = new Map(rows.map(({ id, sessionVersion }) => [id, { sessionVersion }]));
  const gone = new Set(rows.flatMap(({ ended }) => ended ?? []));
  return sessions.filter(
    ({ userId, sessionVersion, sessionId = '' }) =>
      versions.get(userId)?.sessionVersion !== sessionVersion || gone.has(sessionId),
  );
}
