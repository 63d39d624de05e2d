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
}

/** What a session or token claims; nothing of it is believed but that the server once signed it. */
export interface SessionClaims {
  userId: string;
  sessionVersion: number;
}

/**
 * Who a session belongs to now. Pages, actions and sockets all ask here, so a session that was ended (version raised,
 * member suspended or withdrawn) is one nowhere.
 */
export async function resolveActor(db: Db, claims: SessionClaims | null): Promise<Actor> {
  if (!claims) return { kind: 'visitor' };
  const [user] = await queryPrepared<UserRow>(
    db,
    Prisma.sql`SELECT "id", "nickname"::text AS "nickname", "regionCode", "role", "status", "sessionVersion"
      FROM "User" WHERE "id" = ${claims.userId}::uuid`,
  );
  const isCurrent = user?.status === 'ACTIVE' && user.sessionVersion === claims.sessionVersion;
  if (!isCurrent || user.nickname === null) return { kind: 'visitor' };
  return {
    kind: 'member',
    id: user.id,
    nickname: user.nickname,
    regionCode: user.regionCode,
    role: user.role,
  };
}
