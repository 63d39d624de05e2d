import { memberIdOf } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { Prisma } from '@/lib/db/generated/client';
import { queryPrepared } from '@/lib/db/query-prepared';
import type { Viewer } from '@/lib/features/users/views';
import { avatarUrlOf } from './member-summary';

interface ViewerRow {
  id: string;
  nickname: string | null;
  role: Viewer['role'];
  avatarImageId: string | null;
  region: Viewer['region'];
  unreadAlerts: number;
  unreadMessages: number;
}

/** The signed-in member with what the header of every page shows, in one statement; null for visitors. */
export async function getViewer(ctx: ServiceContext): Promise<Viewer | null> {
  const memberId = memberIdOf(ctx.actor);
  if (!memberId) return null;
  const [row] = await queryPrepared<ViewerRow>(
    ctx.db,
    Prisma.sql`SELECT member."id", member."nickname", member."role", member."avatarImageId",
      (SELECT json_build_object('code', "code", 'name', "name", 'nameEn', "nameEn", 'provinceCode', "provinceCode")
       FROM "Region" WHERE "code" = member."regionCode") AS "region",
      (SELECT count(*)::int FROM "Alert" WHERE "userId" = member."id" AND "readAt" IS NULL) AS "unreadAlerts",
      (SELECT coalesce(sum(greatest(room."lastSeq" - mine."readSeq", 0)), 0)::int
       FROM "RoomMember" mine JOIN "Room" room ON room."id" = mine."roomId"
       WHERE mine."userId" = member."id") AS "unreadMessages"
    FROM "User" member WHERE member."id" = ${memberId}::uuid`,
  );
  if (!row || row.nickname === null) return null;
  const { avatarImageId, nickname, ...rest } = row;
  return { ...rest, nickname, avatarUrl: avatarUrlOf(ctx, avatarImageId) };
}
