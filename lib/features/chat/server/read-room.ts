import { requireMember } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { DomainError } from '@/lib/core/errors';
import { parseInput } from '@/lib/core/parse';
import { countAlerts } from '@/lib/features/alerts/server/count-alerts';
import { type ReadRoomInput, readRoomSchema } from '@/lib/features/chat/schemas';
import { mayWrite } from './store-message';

interface Reading {
  seq: number;
  isRaised: boolean;
  clearedAlerts: number;
  mayWrite: boolean;
}

/**
 * Marks a room read up to a number: never back, never beyond its last message. The alerts about what was read are read
 * as well. The partner hears of it unless one has blocked the other by then.
 *
 * @returns up to where it is read now, and how many alerts are left unread
 * @throws UNAUTHENTICATED, INVALID, NOT_FOUND for another's room, of which nothing is marked
 */
export async function readRoom(
  ctx: ServiceContext,
  input: ReadRoomInput,
): Promise<{ seq: number; unread: number }> {
  const { id: userId } = requireMember(ctx.actor);
  const { roomId, seq } = parseInput(readRoomSchema, input);
  const reading = await markRead(ctx, userId, roomId, seq);
  if (!reading) throw new DomainError('NOT_FOUND', 'notFound');
  const unread = await countAlerts(ctx);
  const isAlone = !reading.mayWrite;
  if (reading.isRaised) ctx.publish([{ type: 'room.read', roomId, userId, seq: reading.seq, isAlone }]);
  if (reading.clearedAlerts > 0) ctx.publish([{ type: 'alert.counted', userId, unread }]);
  return { seq: reading.seq, unread };
}

async function markRead(
  ctx: ServiceContext,
  userId: string,
  roomId: string,
  seq: number,
): Promise<Reading | null> {
  const [row] = await ctx.db.$queryRaw<Reading[]>`
    WITH place AS (
      SELECT mine."readSeq", room."lastSeq", ${mayWrite('room')} AS "mayWrite", least(${seq}::int, room."lastSeq") AS "upTo",
        (SELECT "createdAt" FROM "Message"
         WHERE "roomId" = room."id" AND "seq" = least(${seq}::int, room."lastSeq")) AS "upToAt"
      FROM "RoomMember" mine JOIN "Room" room ON room."id" = mine."roomId"
      WHERE mine."roomId" = ${roomId}::uuid AND mine."userId" = ${userId}::uuid
    ), raised AS (
      UPDATE "RoomMember" mine SET "readSeq" = place."upTo" FROM place
      WHERE mine."roomId" = ${roomId}::uuid AND mine."userId" = ${userId}::uuid AND mine."readSeq" < place."upTo"
      RETURNING 1
    ), cleared AS (
      UPDATE "Alert" SET "readAt" = ${ctx.now()} FROM place
      WHERE "userId" = ${userId}::uuid AND "roomId" = ${roomId}::uuid AND "readAt" IS NULL
        AND (place."upTo" = place."lastSeq" OR "createdAt" <= place."upToAt")
      RETURNING 1
    )
    SELECT greatest(place."readSeq", place."upTo") AS "seq", EXISTS (SELECT 1 FROM raised) AS "isRaised",
      (SELECT count(*)::int FROM cleared) AS "clearedAlerts", place."mayWrite"
    FROM place`;
  return row ?? null;
}
