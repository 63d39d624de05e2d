import { createBatcher } from '@/lib/core/batcher';
import { DomainError, isDomainError } from '@/lib/core/errors';
import { newId } from '@/lib/core/new-id';
import type { Db } from '@/lib/db/client';
import { databaseCode, translateDbError } from '@/lib/db/errors';
import { forEachDb } from '@/lib/db/for-each-db';
import { Prisma } from '@/lib/db/generated/client';
import { queryPrepared } from '@/lib/db/query-prepared';
import type { MessagePayload } from '@/lib/realtime/events';
import { findDelivery } from './find-delivery';
import type { MessageRow } from './message-payload';
import { mayWrite, storeMessage } from './store-message';

/** Text of a member. Whether they may write it is found out where it is written. */
export interface Text {
  roomId: string;
  senderId: string;
  clientId: string;
  body: string;
  now: Date;
  /** of the partner's alert; null while they look at the room */
  alertId: string | null;
}

export interface StoredText {
  message: MessagePayload;
  /** false: it had been stored before */
  isNew: boolean;
  partnerId: string;
  itemId: string;
  title: string;
}

const MOST_AT_ONCE = 250;

/**
 * Stores a text and resolves once it is durable. Texts of many rooms that come at the same time share one statement and
 * its commit; what others do in a room never holds up the other rooms. Texts of one room are numbered in the order in
 * which they came. The same clientId of a sender again gives what was stored.
 *
 * @throws NOT_FOUND in another's room, FORBIDDEN when the partner has left or one has blocked the other, CONFLICT for a
 *   clientId under which another text is stored, UNAVAILABLE, what the driver throws
 */
export async function storeTogether(db: Db, text: Text): Promise<StoredText> {
  const { stored } = await writerOf(db)(text);
  return stored;
}

/** `stored` may still be under way; wrapped, since a run of the batcher must not wait for it. */
interface Outcome {
  stored: StoredText | Promise<StoredText>;
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

/** What did not go together: one text of a room after the other, each by itself. */
function createRoomQueue(db: Db) {
  const held = new Map<string, Promise<unknown>>();
  return {
    isHeld: (roomId: string) => held.has(roomId),
    store(text: Text): Promise<StoredText> {
      const { roomId } = text;
      const storeNext = () => storeAlone(db, text);
      const stored = (held.get(roomId) ?? Promise.resolve()).then(storeNext, storeNext);
      const end = () => held.get(roomId) === stored && held.delete(roomId);
      held.set(roomId, stored);
      stored.then(end, end);
      return stored;
    },
  };
}

/** Waits for the room, and says what is wrong. */
async function storeAlone(db: Db, text: Text): Promise<StoredText> {
  const { alertId, ...message } = text;
  const delivery = await findDelivery(db, text);
  if (!delivery) throw new DomainError('NOT_FOUND', 'notFound');
  const { known, hasPartnerLeft, isBlocked, ...rest } = delivery;
  if (known) return { ...rest, message: sameText(known, text), isNew: false };
  if (hasPartnerLeft) throw new DomainError('FORBIDDEN', 'chat.partnerLeft');
  if (isBlocked) throw new DomainError('FORBIDDEN', 'chat.blocked');
  const alert = alertId
    ? { id: alertId, userId: rest.partnerId, itemId: rest.itemId, title: rest.title }
    : null;
  const run = (sql: Prisma.Sql) => queryPrepared<MessageRow>(db, sql);
  try {
    return { ...rest, message: await storeMessage(run, { ...message, event: null }, alert), isNew: true };
  } catch (error) {
    // The other one of two equal tries has just stored it.
    const again = databaseCode(error) === '23505' ? await findDelivery(db, text) : null;
    if (again?.known) return { ...rest, message: sameText(again.known, text), isNew: false };
    throw error;
  }
}

/** A clientId is one message: another text under it is none that could be told as stored. */
function sameText(known: MessagePayload, { body }: Text): MessagePayload {
  if (known.body !== body) throw new DomainError('CONFLICT', 'chat.sentBefore');
  return known;
}

/**
 * @returns what was stored. Others are left out: their room is held or not theirs, the partner has left or is blocked, the text is
 *   known, or the statement did not work for all together
 * @throws UNAVAILABLE when the database cannot be reached
 */
async function storeAll(db: Db, texts: readonly Text[]): Promise<Map<Text, StoredText>> {
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
  /** bigint */
  seq: string;
  createdAt: Date;
  partnerId: string;
  itemId: string;
  title: string;
}

function toEntry(row: StoredRow, byId: Map<string, Text>): [Text, StoredText] {
  const { id, seq, createdAt, ...rest } = row;
  const text = byId.get(id);
  if (!text) throw new Error('A message came back that nobody had sent.');
  const { roomId, senderId, clientId, body } = text;
  const message: MessagePayload = {
    id,
    roomId,
    seq: Number(seq),
    clientId,
    senderId,
    kind: 'TEXT',
    body,
    event: null,
    createdAt: createdAt.toISOString(),
  };
  return [text, { ...rest, message, isNew: true }];
}

/**
 * As storeMessage's statement, for many rooms, with the checks of findDelivery. Rooms are locked first, in one order and
 * without waiting; numbers and times follow from the rows as they are then.
 */
function insertAll(byId: Map<string, Text>): Prisma.Sql {
  const given = [...byId].map(([id, { now, ...text }], index) => ({ ...text, index, id, at: now }));
  return Prisma.sql`
    WITH given AS MATERIALIZED (
      SELECT * FROM json_to_recordset(${JSON.stringify(given)}::json) AS given(
        "index" int, "id" uuid, "roomId" uuid, "senderId" uuid, "clientId" text, "body" text, "at" timestamptz,
        "alertId" uuid)
    ), locked AS MATERIALIZED (
      SELECT "id", "lastSeq", "lastMessageAt", "authorId", "inquirerId", "itemId", "blockedAt" FROM "Room"
      WHERE "id" IN (SELECT "roomId" FROM given) ORDER BY "id" FOR NO KEY UPDATE SKIP LOCKED
    ), numbered AS MATERIALIZED (
      SELECT given.*, partner."id" AS "partnerId", locked."itemId", item."title",
        locked."lastSeq" + row_number() OVER room_so_far AS "seq",
        greatest(locked."lastMessageAt", max(given."at") OVER room_so_far) AS "createdAt",
        lead(given."id") OVER room_so_far IS NULL AS "isLast"
      FROM given
      JOIN locked ON locked."id" = given."roomId" AND given."senderId" IN (locked."authorId", locked."inquirerId")
      JOIN "User" partner ON partner."nickname" IS NOT NULL AND partner."id"
        = CASE given."senderId" WHEN locked."authorId" THEN locked."inquirerId" ELSE locked."authorId" END
      JOIN "Item" item ON item."id" = locked."itemId"
      WHERE NOT EXISTS (SELECT 1 FROM "Message" known WHERE known."roomId" = given."roomId"
        AND known."senderId" = given."senderId" AND known."clientId" = given."clientId")
        AND ${mayWrite('locked')}
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
    ), messages AS (
      INSERT INTO "Message" ("id", "roomId", "seq", "senderId", "clientId", "kind", "body", "createdAt")
      SELECT "id", "roomId", "seq", "senderId", "clientId", 'TEXT', "body", "createdAt"
      FROM numbered ORDER BY "roomId", "seq"
    )
    SELECT "id", "seq", "createdAt", "partnerId", "itemId", "title" FROM numbered ORDER BY "roomId", "seq"`;
}
