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
 * @throws the database's unique violation when this sender has used that clientId in the room
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
      WHERE "id" = ${roomId}::uuid RETURNING "id", "lastSeq", "lastMessageAt"
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
  if (!row) throw new Error('A message was written into a room that does not exist.');
  return toMessagePayload(row);
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
