import { DomainError } from '@/lib/core/errors';
import { newId } from '@/lib/core/new-id';
import { Prisma } from '@/lib/db/generated/client';
import type { MessageEvent } from '@/lib/features/chat/message-event';
import type { MessagePayload } from '@/lib/realtime/events';
import { type MessageRow, toMessagePayload } from './message-payload';

export interface NewMessage {
  roomId: string;
  /** null: the system */
  senderId: string | null;
  clientId: string;
  body: string;
  event: MessageEvent | null;
  now: Date;
}

/** Alert of a message, written by the same statement. */
export interface MessageAlert {
  id: string;
  userId: string;
  itemId: string;
  title: string;
}

/**
 * Takes the room's next number and writes the message, the copies on room and members, the sender's own reading and the
 * partner's alert in one statement: all of it or nothing, so that no number is ever left out. Racing writers wait for
 * the room's row.
 *
 * @param run runs the statement: by itself, or in a transaction that it is to be part of
 * @throws the database's unique violation when this sender has used that clientId in the room; FORBIDDEN for a text
 *   between two of whom one has blocked the other by then
 */
export async function storeMessage(
  run: (statement: Prisma.Sql) => Promise<MessageRow[]>,
  message: NewMessage,
  alert: MessageAlert | null = null,
): Promise<MessagePayload> {
  const { roomId, senderId, clientId, body, event, now } = message;
  const kind = event ? 'EVENT' : 'TEXT';
  const eventJson = event && JSON.stringify(event);
  const [row] = await run(Prisma.sql`
    WITH room AS (
      UPDATE "Room" SET "lastSeq" = "lastSeq" + 1, "lastMessageAt" = greatest("lastMessageAt", ${now}::timestamptz),
        "lastKind" = ${kind}::"MessageKind", "lastBody" = ${body}, "lastEvent" = ${eventJson}::jsonb,
        "lastSenderId" = ${senderId}::uuid
      WHERE "id" = ${roomId}::uuid ${event ? Prisma.empty : Prisma.sql`AND ${mayWrite('Room')}`} RETURNING "id", "lastSeq", "lastMessageAt"
    ), members AS (
      UPDATE "RoomMember" SET "lastMessageAt" = room."lastMessageAt",
        "readSeq" = CASE WHEN "userId" = ${senderId}::uuid THEN room."lastSeq" ELSE "readSeq" END
      FROM room WHERE "roomId" = room."id"
    )${insertAlert(alert, senderId)}
    INSERT INTO "Message" ("id", "roomId", "seq", "senderId", "clientId", "kind", "body", "event", "createdAt")
    SELECT ${newId(now)}::uuid, room."id", room."lastSeq", ${senderId}::uuid, ${clientId}, ${kind}::"MessageKind",
      ${body}, ${eventJson}::jsonb, room."lastMessageAt"
    FROM room
    RETURNING "id", "roomId", "seq", "clientId", "senderId", "kind", "body", "event", "createdAt"`);
  if (!row && !event) throw new DomainError('FORBIDDEN', 'chat.blocked');
  if (!row) throw new Error('A message was written into a room that does not exist.');
  return toMessagePayload(row);
}

/**
 * Whether the two of a room may write to each other: nobody blocks anybody, or a thing is, or will be, in the other's
 * hands and has to come back.
 *
 * @param room what the statement calls the room's row, which it has locked
 */
export function mayWrite(room: 'room' | 'locked' | 'Room'): Prisma.Sql {
  const row = Prisma.raw(`"${room}"`);
  return Prisma.sql`(${row}."blockedAt" IS NULL OR EXISTS (SELECT 1 FROM "Rental" running
    WHERE running."roomId" = ${row}."id" AND running."status" IN ('ACCEPTED', 'ACTIVE')))`;
}

function insertAlert(alert: MessageAlert | null, senderId: string | null): Prisma.Sql {
  if (!alert) return Prisma.empty;
  return Prisma.sql`, alert AS (
      INSERT INTO "Alert" ("id", "userId", "kind", "senderId", "roomId", "itemId", "title", "createdAt")
      SELECT ${alert.id}::uuid, ${alert.userId}::uuid, 'MESSAGE', ${senderId}::uuid, room."id",
        ${alert.itemId}::uuid, ${alert.title}, room."lastMessageAt"
      FROM room
    )`;
}
