import type { Actor } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import type { Db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { queryPrepared } from '@/lib/db/query-prepared';
import { idleSince, startOfDay } from '@/lib/features/auth/session-life';

interface UserRow {
  id: string;
  nickname: string | null;
  regionCode: string | null;
  role: 'MEMBER' | 'ADMIN';
  status: 'ACTIVE' | 'SUSPENDED' | 'WITHDRAWN';
  sessionVersion: number;
  isEnded: boolean;
  /** null for a session without a row: of a token of the API, or older than the table */
  usedAt: Date | null;
  byMe: string[] | null;
  byThem: string[] | null;
}

/** What a session or token claims; nothing of it is believed but that the server once signed it. */
export interface SessionClaims {
  userId: string;
  sessionVersion: number;
  /** tells it from the member's other sessions; of an access token of the API: its family */
  sessionId?: string;
}

/**
 * Who a session belongs to now. Pages, actions and sockets all ask here, so a session that was ended (logged out of,
 * version raised, member suspended or withdrawn) or that nobody used for two weeks is one nowhere.
 *
 * @param use when it is used, and the way to write that down after the answer; it is not, without
 */
export async function resolveActor(
  db: Db,
  claims: SessionClaims | null,
  use?: Pick<ServiceContext, 'now' | 'afterwards'>,
): Promise<Actor> {
  if (!claims) return { kind: 'visitor' };
  const [user] = await queryPrepared<UserRow>(
    db,
    Prisma.sql`SELECT "id", "nickname"::text AS "nickname", "regionCode", "role", "status", "sessionVersion",
        EXISTS (SELECT 1 FROM "EndedSession" WHERE "id" = ${claims.sessionId ?? null}::uuid) AS "isEnded",
        (SELECT "usedAt" FROM "Session" WHERE "id" = ${claims.sessionId ?? null}::uuid) AS "usedAt",
        (SELECT array_agg("blockedId"::text) FROM "Block" WHERE "blockerId" = "User"."id") AS "byMe",
        (SELECT array_agg("blockerId"::text) FROM "Block" WHERE "blockedId" = "User"."id") AS "byThem"
      FROM "User" WHERE "id" = ${claims.userId}::uuid`,
  );
  const isCurrent = user?.status === 'ACTIVE' && user.sessionVersion === claims.sessionVersion;
  if (!isCurrent || user.isEnded || user.nickname === null) return { kind: 'visitor' };
  const now = use?.now() ?? new Date();
  if (user.usedAt && user.usedAt < idleSince(now)) return { kind: 'visitor' };
  const { sessionId } = claims;
  if (sessionId && user.usedAt && user.usedAt < startOfDay(now)) {
    use?.afterwards(() => noteUse(db, sessionId, now));
  }
  return {
    kind: 'member',
    id: user.id,
    nickname: user.nickname,
    regionCode: user.regionCode,
    role: user.role,
    ...((user.byMe || user.byThem) && { blocked: { byMe: user.byMe ?? [], byThem: user.byThem ?? [] } }),
  };
}

/** Once a day: of all requests that come together at its beginning one writes. */
async function noteUse(db: Db, sessionId: string, now: Date): Promise<void> {
  await db.session.updateMany({
    where: { id: sessionId, usedAt: { gte: idleSince(now), lt: startOfDay(now) } },
    data: { usedAt: now },
  });
}
