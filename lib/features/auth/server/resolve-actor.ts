import type { Actor } from '@/lib/core/actor';
import type { Db } from '@/lib/db/client';

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
  const user = await db.user.findUnique({
    where: { id: claims.userId },
    select: { id: true, nickname: true, regionCode: true, role: true, status: true, sessionVersion: true },
  });
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
