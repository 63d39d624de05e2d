import { requireMember } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { DomainError } from '@/lib/core/errors';
import { parseInput } from '@/lib/core/parse';
import { Prisma } from '@/lib/db/generated/client';
import { queryPrepared } from '@/lib/db/query-prepared';
import { type RoomIdInput, roomIdSchema } from '@/lib/features/chat/schemas';
import type { RoomItemView, RoomView } from '@/lib/features/chat/views';
import { type CoverRow, toCover } from '@/lib/features/images/server/image-view';
import { type RentalJson, toRentalView } from '@/lib/features/rentals/rental-view';
import { type MemberRow, memberJson, toMemberSummary } from '@/lib/features/users/server/member-summary';
import { mayWrite } from './store-message';

interface RoomRow extends CoverRow, Omit<RoomItemView, 'id' | 'cover'> {
  id: string;
  itemId: string;
  authorId: string;
  inquirerId: string;
  lastSeq: number;
  readSeq: number;
  partnerReadSeq: number;
  partner: MemberRow;
  rental: RentalJson | null;
  hasReviewed: boolean;
  isTaken: boolean;
  hasOpenRequest: boolean;
  mayWrite: boolean;
  isBlocked: boolean;
  isBlockedByMe: boolean;
}

/**
 * A room as one of its two people sees it, in one statement.
 *
 * @throws UNAUTHENTICATED, INVALID, NOT_FOUND for another's room
 */
export async function getRoom(ctx: ServiceContext, input: RoomIdInput): Promise<RoomView> {
  const { id: viewerId } = requireMember(ctx.actor);
  const { roomId } = parseInput(roomIdSchema, input);
  const row = await findRoom(ctx, roomId, viewerId);
  if (!row) throw new DomainError('NOT_FOUND', 'notFound');
  return toRoomView(ctx, row, viewerId);
}

function toRoomView(ctx: ServiceContext, row: RoomRow, viewerId: string): RoomView {
  const { id, section, title, status, priceWon, priceUnit, isGone, lastSeq, readSeq } = row;
  const item = {
    id: row.itemId,
    section,
    title,
    status,
    priceWon,
    priceUnit,
    cover: toCover(ctx, row),
    isGone,
  };
  const partner = toMemberSummary(ctx, row.partner);
  const isAuthor = row.authorId === viewerId;
  const canWrite = partner.nickname !== null && row.mayWrite;
  const facts = { item, partner, itemStatus: status, isTaken: row.isTaken, hasReviewed: row.hasReviewed };
  return {
    id,
    item,
    partner,
    isAuthor,
    isLender: isAuthor === (section === 'OFFER'),
    rental: row.rental && toRentalView({ ...facts, rental: row.rental }, viewerId, ctx.now()),
    canWrite,
    isBlocked: row.isBlocked,
    isBlockedByMe: row.isBlockedByMe,
    canRequestRental:
      !isAuthor && canWrite && !row.isBlocked && !isGone && status !== 'CLOSED' && !row.hasOpenRequest,
    canRelist: isAuthor && !isGone && status === 'CLOSED',
    lastSeq,
    readSeq,
    partnerReadSeq: row.mayWrite ? row.partnerReadSeq : 0,
  };
}

async function findRoom(ctx: ServiceContext, roomId: string, viewerId: string): Promise<RoomRow | null> {
  const now = ctx.now();
  const [row] = await queryPrepared<RoomRow>(
    ctx.db,
    Prisma.sql`
    SELECT room."id", room."authorId", room."inquirerId", room."lastSeq", mine."readSeq",
      theirs."readSeq" AS "partnerReadSeq", item."id" AS "itemId", item."section", item."title", item."status",
      item."priceWon", item."priceUnit", item."coverImageId", item."coverBlur", item."coverColor",
      (item."deletedAt" IS NOT NULL OR item."hiddenAt" IS NOT NULL) AS "isGone",
      ${memberJson('partner')} AS "partner", to_jsonb(rental) AS "rental",
      EXISTS (SELECT 1 FROM "Review"
        WHERE "rentalId" = rental."id" AND "reviewerId" = ${viewerId}::uuid) AS "hasReviewed",
      EXISTS (SELECT 1 FROM "Rental" other
        WHERE other."itemId" = rental."itemId" AND other."status" IN ('ACCEPTED', 'ACTIVE')
          AND other."id" <> rental."id" AND rental."status" = 'REQUESTED'
          AND tstzrange(other."startsAt", other."endsAt", '[)') && tstzrange(rental."startsAt", rental."endsAt", '[)')
      ) AS "isTaken",
      EXISTS (SELECT 1 FROM "Rental"
        WHERE "itemId" = item."id" AND "inquirerId" = room."inquirerId" AND "status" = 'REQUESTED'
          AND "expiresAt" > ${now}::timestamptz) AS "hasOpenRequest",
      ${mayWrite('room')} AS "mayWrite", room."blockedAt" IS NOT NULL AS "isBlocked",
      EXISTS (SELECT 1 FROM "Block"
        WHERE "blockerId" = ${viewerId}::uuid AND "blockedId" = partner."id") AS "isBlockedByMe"
    FROM "RoomMember" mine
    JOIN "Room" room ON room."id" = mine."roomId"
    JOIN "RoomMember" theirs ON theirs."roomId" = room."id" AND theirs."userId" <> mine."userId"
    JOIN "Item" item ON item."id" = room."itemId"
    JOIN "User" partner ON partner."id" = theirs."userId"
    LEFT JOIN LATERAL (
      SELECT * FROM "Rental" one WHERE one."roomId" = room."id"
      ORDER BY CASE WHEN one."status" = 'REQUESTED' AND one."expiresAt" > ${now}::timestamptz THEN 0
          WHEN one."status" = 'ACTIVE' THEN 1 WHEN one."status" = 'ACCEPTED' THEN 2 ELSE 3 END,
        CASE WHEN one."status" = 'ACCEPTED' THEN one."startsAt" END, one."createdAt" DESC, one."id" DESC
      LIMIT 1
    ) rental ON true
    WHERE mine."roomId" = ${roomId}::uuid AND mine."userId" = ${viewerId}::uuid`,
  );
  return row ?? null;
}
