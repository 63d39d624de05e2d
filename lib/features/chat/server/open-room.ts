import { blockedIdsOf, requireResident } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { DomainError } from '@/lib/core/errors';
import { newId } from '@/lib/core/new-id';
import { parseInput } from '@/lib/core/parse';
import { Prisma } from '@/lib/db/generated/client';
import { refuseTooMany } from '@/lib/db/refuse-too-many';
import { inTransaction, type Tx } from '@/lib/db/transaction';
import { MOST_ROOMS_AN_HOUR } from '@/lib/features/chat/limits';
import { type OpenRoomInput, openRoomSchema } from '@/lib/features/chat/schemas';

interface Inquiry {
  authorId: string;
  isOpen: boolean;
  roomId: string | null;
}

/**
 * The inquirer's room about an item: one for each item and inquirer, however many ask at once. An existing room opens
 * even when the item is gone.
 *
 * @throws UNAUTHENTICATED, INVALID, FORBIDDEN without a district or for the author, NOT_FOUND, RATE_LIMITED after 60 new
 *   ones in an hour
 */
export async function openRoom(ctx: ServiceContext, input: OpenRoomInput): Promise<{ roomId: string }> {
  const { id: inquirerId } = requireResident(ctx.actor);
  const { itemId } = parseInput(openRoomSchema, input);
  const inquiry = await findInquiry(ctx, itemId, inquirerId);
  if (inquiry?.roomId) return { roomId: inquiry.roomId };
  if (!inquiry?.isOpen) throw new DomainError('NOT_FOUND', 'notFound');
  if (inquiry.authorId === inquirerId) throw new DomainError('FORBIDDEN', 'chat.own');
  if (blockedIdsOf(ctx.actor).includes(inquiry.authorId)) throw new DomainError('NOT_FOUND', 'notFound');
  await createRoom(ctx, itemId, inquiry.authorId, inquirerId);
  // Whoever lost the race finds the winner's.
  const made = await findInquiry(ctx, itemId, inquirerId);
  if (!made?.roomId) throw new DomainError('NOT_FOUND', 'notFound');
  return { roomId: made.roomId };
}

async function findInquiry(ctx: ServiceContext, itemId: string, inquirerId: string): Promise<Inquiry | null> {
  const [row] = await ctx.db.$queryRaw<Inquiry[]>`
    SELECT item."authorId", room."id" AS "roomId",
      item."deletedAt" IS NULL AND item."hiddenAt" IS NULL AND author."nickname" IS NOT NULL AS "isOpen"
    FROM "Item" item
    JOIN "User" author ON author."id" = item."authorId"
    LEFT JOIN "Room" room ON room."itemId" = item."id" AND room."inquirerId" = ${inquirerId}::uuid
    WHERE item."id" = ${itemId}::uuid`;
  return row ?? null;
}

function createRoom(ctx: ServiceContext, itemId: string, authorId: string, inquirerId: string) {
  return inTransaction(ctx, async (tx) => {
    await refuseTooManyRooms(tx, ctx, inquirerId);
    await insertRoom(tx, { now: ctx.now(), itemId, authorId, inquirerId });
  });
}

function refuseTooManyRooms(tx: Tx, ctx: ServiceContext, userId: string) {
  const most = ctx.mostAnHour?.rooms ?? MOST_ROOMS_AN_HOUR;
  const limit = { kind: 'room', userId, most, now: ctx.now(), reason: 'chat.tooManyRooms' } as const;
  // No room was made after its last message, which has the index.
  return refuseTooMany(
    tx,
    limit,
    (
      since,
    ) => Prisma.sql`SELECT room."createdAt" FROM "RoomMember" mine JOIN "Room" room ON room."id" = mine."roomId"
      WHERE mine."userId" = ${userId}::uuid AND mine."lastMessageAt" > ${since}
        AND room."inquirerId" = ${userId}::uuid AND room."createdAt" > ${since}`,
  );
}

interface NewRoom {
  now: Date;
  itemId: string;
  authorId: string;
  inquirerId: string;
}

/** Room, members and the item's counter in one statement; nothing at all when the room is there already. */
async function insertRoom(tx: Tx, { now, itemId, authorId, inquirerId }: NewRoom) {
  await tx.db.$executeRaw`
    WITH room AS (
      INSERT INTO "Room" ("id", "itemId", "authorId", "inquirerId", "lastMessageAt", "createdAt")
      VALUES (${newId(now)}::uuid, ${itemId}::uuid, ${authorId}::uuid, ${inquirerId}::uuid, ${now}, ${now})
      ON CONFLICT ("itemId", "inquirerId") DO NOTHING RETURNING "id"
    ), counted AS (
      UPDATE "Item" SET "inquiryCount" = "inquiryCount" + 1
      WHERE "id" = ${itemId}::uuid AND EXISTS (SELECT 1 FROM room)
    )
    INSERT INTO "RoomMember" ("roomId", "userId", "lastMessageAt")
    SELECT room."id", member, ${now}::timestamptz
    FROM room, unnest(ARRAY[${authorId}::uuid, ${inquirerId}::uuid]) AS member`;
}
