import type { Actor } from '@/lib/core/actor';
import type { Db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { queryPrepared } from '@/lib/db/query-prepared';

interface UserRow {
  id: string;
  nickname: string | null;
  regionCode: string | null;
  role: 'MEMBER' | 'ADMIN';
  status: 'ACTIVE' | 'SUSPENDED' | 'WITHDRAWN';
  sessionVersion: number;
  /** null: nobody */
  isEnded: boolean;
  byMe: string[] | null;
  byThem: string[] | null;
}

/** What a session or token claims; nothing of it is believed but that the server once signed it. */
export interface SessionClaims {
  userId: string;
  sessionVersion: number;
  /** tells it from the member's other sessions; access tokens of the API have none */
  sessionId?: string;
}

/**
 * Who a session belongs to now. Pages, actions and sockets all ask here, so a session that was ended (logged out of,
 * version raised, member suspended or withdrawn) is one nowhere.
 */
export async function resolveActor(db: Db, claims: SessionClaims | null): Promise<Actor> {
  if (!claims) return { kind: 'visitor' };
  const [user] = await queryPrepared<UserRow>(
    db,
    Prisma.sql`SELECT "id", "nickname"::text AS "nickname", "regionCode", "role", "status", "sessionVersion",
        EXISTS (SELECT 1 FROM "EndedSession" WHERE "id" = ${claims.sessionId ?? null}::uuid) AS "isEnded",
        (SELECT array_agg("blockedId"::text) FROM "Block" WHERE "blockerId" = "User"."id") AS "byMe",
        (SELECT array_agg("blockerId"::text) FROM "Block" WHERE "blockedId" = "User"."id") AS "byThem"
      FROM "User" WHERE "id" = ${claims.userId}::uuid`,
  );
  const isCurrent = user?.status === 'ACTIVE' && user.sessionVersion === claims.sessionVersion;
  if (!isCurrent || user.isEnded || user.nickname === null) return { kind: 'visitor' };
  return {
    kind: 'member',
    id: user.id,
    nickname: user.nickname,
    regionCode: user.regionCode,
    role: user.role,
    ...((user.byMe || user.byThem) && { blocked: { byMe: user.byMe ?? [], byThem: user.byThem ?? [] } }),
  };
}
