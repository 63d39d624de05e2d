import { requireMember } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { decodeCursor, type Page, toPage } from '@/lib/core/page';
import { parseInput } from '@/lib/core/parse';
import { Prisma } from '@/lib/db/generated/client';
import { queryPrepared } from '@/lib/db/query-prepared';
import type { MessageEvent } from '@/lib/features/chat/message-event';
import { type ListRoomsInput, listRoomsSchema } from '@/lib/features/chat/schemas';
import type { RoomSummary } from '@/lib/features/chat/views';
import { type CoverRow, toCover } from '@/lib/features/images/server/image-view';
import type { Section } from '@/lib/features/items/schemas';
import { avatarUrlOf } from '@/lib/features/users/server/member-summary';

interface RoomRow extends CoverRow {
  id: string;
  lastMessageAt: Date;
  lastKind: 'TEXT' | 'EVENT' | null;
  lastBody: string | null;
  lastEvent: MessageEvent | null;
  lastIsMine: boolean | null;
  lastSeq: number;
  unread: number;
  itemId: string;
  title: string;
  section: Section;
  isGone: boolean;
  isAuthor: boolean;
  partnerId: string;
  nickname: string | null;
  avatarImageId: string | null;
}

/**
 * The member's rooms, the last spoken in first, in one statement whatever their number. A room in which nobody has
 * spoken is there for who opened it only.
 *
 * @throws UNAUTHENTICATED, INVALID
 */
export async function listRooms(ctx: ServiceContext, input: ListRoomsInput): Promise<Page<RoomSummary>> {
  const { id } = requireMember(ctx.actor);
  const { cursor, limit } = parseInput(listRoomsSchema, input);
  const after = cursor === undefined ? null : decodeCursor(cursor);
  const place = after
    ? Prisma.sql`AND (mine."lastMessageAt", mine."roomId") < (${after.at}, ${after.id}::uuid)`
    : Prisma.empty;
  const rows = await queryPrepared<RoomRow>(
    ctx.db,
    Prisma.sql`
    SELECT room."id", mine."lastMessageAt", room."lastSeq", room."lastKind", room."lastBody", room."lastEvent",
      room."lastSenderId" = ${id}::uuid AS "lastIsMine", room."lastSeq" - mine."readSeq" AS "unread",
      item."id" AS "itemId", item."title", item."section", item."coverImageId", item."coverBlur",
      item."coverColor", (item."deletedAt" IS NOT NULL OR item."hiddenAt" IS NOT NULL) AS "isGone",
      room."authorId" = ${id}::uuid AS "isAuthor",
      partner."id" AS "partnerId", partner."nickname"::text AS "nickname", partner."avatarImageId"
    FROM "RoomMember" mine
    JOIN "Room" room ON room."id" = mine."roomId"
    JOIN "Item" item ON item."id" = room."itemId"
    JOIN "User" partner ON partner."id" =
      CASE WHEN room."authorId" = ${id}::uuid THEN room."inquirerId" ELSE room."authorId" END
    WHERE mine."userId" = ${id}::uuid AND (room."lastSeq" > 0 OR room."inquirerId" = ${id}::uuid) ${place}
    ORDER BY mine."lastMessageAt" DESC, mine."roomId" DESC LIMIT ${Prisma.raw(String(limit + 1))}`,
  );
  const page = toPage(rows, limit, (row) => ({ at: row.lastMessageAt, id: row.id }));
  return { data: page.data.map((row) => toRoomSummary(ctx, row)), nextCursor: page.nextCursor };
}

function toRoomSummary(ctx: ServiceContext, row: RoomRow): RoomSummary {
  const { id, title, isGone, lastSeq, unread, nickname, lastKind } = row;
  return {
    id,
    item: { id: row.itemId, title, cover: toCover(ctx, row), isGone },
    partner: {
      id: row.partnerId,
      nickname,
      avatarUrl: nickname === null ? null : avatarUrlOf(ctx, row.avatarImageId),
    },
    isLender: row.isAuthor === (row.section === 'OFFER'),
    last: lastKind && {
      kind: lastKind,
      body: row.lastBody ?? '',
      event: row.lastEvent,
      isMine: row.lastIsMine === true,
    },
    lastMessageAt: row.lastMessageAt.toISOString(),
    lastSeq,
    unread,
  };
}
