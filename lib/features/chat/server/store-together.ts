import { createBatcher } from '@/lib/core/batcher';
import { isDomainError } from '@/lib/core/errors';
import { newId } from '@/lib/core/new-id';
import type { Db } from '@/lib/db/client';
import { translateDbError } from '@/lib/db/errors';
import { forEachDb } from '@/lib/db/for-each-db';
import { Prisma } from '@/lib/db/generated/client';
import { queryPrepared } from '@/lib/db/query-prepared';
import type { MessagePayload } from '@/lib/realtime/events';
import type { MessageRow } from './message-payload';
import { type MessageAlert, storeMessage } from './store-message';

/** Text of a member, with what has been checked for it (findDelivery). */
export interface Text {
  roomId: string;
  senderId: string;
  partnerId: string;
  clientId: string;
  body: string;
  now: Date;
  alert: MessageAlert | null;
}

const MOST_AT_ONCE = 250;

/**
 * Stores a text and resolves once it is durable. Texts of many rooms that come at the same time share one statement and
 * its commit; what others do in a room never holds up the other rooms. Texts of one room are numbered in the order in
 * which they came.
 *
 * @throws as storeMessage
 */
export async function storeTogether(db: Db, text: Text): Promise<MessagePayload> {
  const { stored } = await writerOf(db)(text);
  return stored;
}

/** `stored` may still be under way; wrapped, since a run of the batcher must not wait for it. */
interface Outcome {
  stored: MessagePayload | Promise<MessagePayload>;
}

const writerOf = forEachDb((db) => {
  const queue = createRoomQueue(db);

  async function write(texts: readonly Text[]): Promise<Outcome[]> {
    const together = texts.filter(isFirstOf(texts)).filter(({ roomId }) => !queue.isHeld(roomId));
    const stored = await storeAll(db, together);
    // In the order in which they came, so that those of one room stay in it.
    return texts.map((text) => ({ stored: stored.get(text) ?? queue.store(text) }));
  }

  return createBatcher(write, MOST_AT_ONCE);
});

/** One clientId of one sender may be written once by a statement; the others find out by themselves. */
function isFirstOf(texts: readonly Text[]) {
  const keyOf = ({ roomId, senderId, clientId }: Text) => `${roomId} ${senderId} ${clientId}`;
  const firsts = new Map<string, Text>();
  for (const text of texts) if (!firsts.has(keyOf(text))) firsts.set(keyOf(text), text);
  return (text: Text) => firsts.get(keyOf(text)) === text;
}

/** Rooms whose row somebody else holds, and those of a statement that failed: one text after the other, each by itself. */
function createRoomQueue(db: Db) {
  const held = new Map<string, Promise<unknown>>();
  return {
    isHeld: (roomId: string) => held.has(roomId),
    store(text: Text): Promise<MessagePayload> {
      const { roomId, alert, partnerId: _partnerId, ...rest } = text;
      const run = (sql: Prisma.Sql) => queryPrepared<MessageRow>(db, sql);
      const storeAlone = () => storeMessage(run, { ...rest, roomId, event: null }, alert);
      const stored = (held.get(roomId) ?? Promise.resolve()).then(storeAlone, storeAlone);
      const end = () => held.get(roomId) === stored && held.delete(roomId);
      held.set(roomId, stored);
      stored.then(end, end);
      return stored;
    },
  };
}

/**
 * @returns what was stored; others are left out: their room is held, or the statement did not work for all together
 * @throws UNAVAILABLE when the database cannot be reached
 */
async function storeAll(db: Db, texts: readonly Text[]): Promise<Map<Text, MessagePayload>> {
  if (texts.length === 0) return new Map();
  const byId = new Map(texts.map((text) => [newId(text.now), text]));
  try {
    const rows = await queryPrepared<StoredRow>(db, insertAll(byId));
    return new Map(rows.map((row) => toEntry(row, byId)));
  } catch (error) {
    const known = translateDbError(error);
    if (isDomainError(known) && known.reason.key === 'unavailable') throw known;
    return new Map();
  }
}

interface StoredRow {
  id: string;
  seq: number;
  createdAt: Date;
}

function toEntry({ id, seq, createdAt }: StoredRow, byId: Map<string, Text>): [Text, MessagePayload] {
  const text = byId.get(id);
  if (!text) throw new Error('A message came back that nobody had sent.');
  const { roomId, senderId, clientId, body } = text;
  const at = createdAt.toISOString();
  return [text, { id, roomId, seq, clientId, senderId, kind: 'TEXT', body, event: null, createdAt: at }];
}

/**
 * As storeMessage's statement, for many rooms. Rooms are locked first, in one order and without waiting; numbers and
 * times follow from the rows as they are then.
 */
function insertAll(byId: Map<string, Text>): Prisma.Sql {
  const given = [...byId].map(([id, { alert, now, ...text }], index) => {
    return { ...text, index, id, at: now, alertId: alert?.id, itemId: alert?.itemId, title: alert?.title };
  });
  return Prisma.sql`
    WITH given AS MATERIALIZED (
      SELECT * FROM json_to_recordset(${JSON.stringify(given)}::json) AS given(
        "index" int, "id" uuid, "roomId" uuid, "senderId" uuid, "partnerId" uuid, "clientId" text, "body" text,
        "at" timestamptz, "alertId" uuid, "itemId" uuid, "title" text)
    ), locked AS MATERIALIZED (
      SELECT "id", "lastSeq", "lastMessageAt" FROM "Room" WHERE "id" IN (SELECT "roomId" FROM given)
      ORDER BY "id" FOR NO KEY UPDATE SKIP LOCKED
    ), numbered AS MATERIALIZED (
      SELECT given.*, locked."lastSeq" + row_number() OVER room_so_far AS "seq",
        greatest(locked."lastMessageAt", max(given."at") OVER room_so_far) AS "createdAt",
        lead(given."id") OVER room_so_far IS NULL AS "isLast"
      FROM given JOIN locked ON locked."id" = given."roomId"
      WINDOW room_so_far AS (PARTITION BY given."roomId" ORDER BY given."index")
    ), rooms AS (
      UPDATE "Room" SET "lastSeq" = last."seq", "lastMessageAt" = last."createdAt", "lastKind" = 'TEXT',
        "lastBody" = last."body", "lastEvent" = NULL, "lastSenderId" = last."senderId"
      FROM numbered last WHERE last."isLast" AND "Room"."id" = last."roomId"
    ), looks AS (
      SELECT "roomId", "userId", max("seq") AS "seq", max("createdAt") AS "at" FROM (
        SELECT "roomId", "senderId" AS "userId", "seq", "createdAt" FROM numbered
        UNION ALL SELECT "roomId", "partnerId", NULL, "createdAt" FROM numbered
      ) AS look GROUP BY "roomId", "userId"
    ), members AS (
      UPDATE "RoomMember" SET "lastMessageAt" = looks."at", "readSeq" = coalesce(looks."seq", "readSeq")
      FROM looks WHERE "RoomMember"."roomId" = looks."roomId" AND "RoomMember"."userId" = looks."userId"
    ), alerts AS (
      INSERT INTO "Alert" ("id", "userId", "kind", "senderId", "roomId", "itemId", "title", "createdAt")
      SELECT "alertId", "partnerId", 'MESSAGE', "senderId", "roomId", "itemId", "title", "createdAt"
      FROM numbered WHERE "alertId" IS NOT NULL
    )
    INSERT INTO "Message" ("id", "roomId", "seq", "senderId", "clientId", "kind", "body", "createdAt")
    SELECT "id", "roomId", "seq", "senderId", "clientId", 'TEXT', "body", "createdAt"
    FROM numbered ORDER BY "roomId", "seq"
    RETURNING "id", "seq", "createdAt"`;
}
