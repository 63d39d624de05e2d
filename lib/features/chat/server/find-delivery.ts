import { createBatcher } from '@/lib/core/batcher';
import type { Db } from '@/lib/db/client';
import { forEachDb } from '@/lib/db/for-each-db';
import { Prisma } from '@/lib/db/generated/client';
import { queryPrepared } from '@/lib/db/query-prepared';
import type { MessagePayload } from '@/lib/realtime/events';
import { type MessageRow, messageColumns, toMessagePayload } from './message-payload';
import { mayWrite } from './store-message';

/** Where a message is to go. */
export interface Place {
  roomId: string;
  senderId: string;
  clientId: string;
}

export interface Delivery {
  partnerId: string;
  hasPartnerLeft: boolean;
  /** one of the two has blocked the other, and no rental between them is booked or running */
  isBlocked: boolean;
  itemId: string;
  title: string;
  /** what this sender has stored under that clientId already */
  known: MessagePayload | null;
}

interface DeliveryRow extends Omit<Delivery, 'known'>, Omit<MessageRow, 'id'> {
  index: number;
  id: string | null;
}

const MOST_AT_ONCE = 250;

/**
 * What a message from this sender to this room needs to know; null when the room is not theirs. One statement, shared
 * with all that are asked at the same time.
 */
export function findDelivery(db: Db, place: Place): Promise<Delivery | null> {
  return batcherOf(db)(place);
}

const batcherOf = forEachDb((db) =>
  createBatcher((places: readonly Place[]) => findDeliveries(db, places), MOST_AT_ONCE),
);

async function findDeliveries(db: Db, places: readonly Place[]): Promise<(Delivery | null)[]> {
  const given = JSON.stringify(
    places.map(({ roomId, senderId, clientId }, index) => ({ index, roomId, senderId, clientId })),
  );
  const rows = await queryPrepared<DeliveryRow>(
    db,
    Prisma.sql`
    SELECT given."index", partner."id" AS "partnerId", partner."nickname" IS NULL AS "hasPartnerLeft",
      NOT ${mayWrite('room')} AS "isBlocked",
      item."id" AS "itemId", item."title", ${messageColumns}
    FROM json_to_recordset(${given}::json)
      AS given("index" int, "roomId" uuid, "senderId" uuid, "clientId" text)
    JOIN "Room" room ON room."id" = given."roomId" AND given."senderId" IN (room."authorId", room."inquirerId")
    JOIN "Item" item ON item."id" = room."itemId"
    JOIN "User" partner ON partner."id"
      = CASE given."senderId" WHEN room."authorId" THEN room."inquirerId" ELSE room."authorId" END
    LEFT JOIN "Message" message ON message."roomId" = given."roomId" AND message."senderId" = given."senderId"
      AND message."clientId" = given."clientId"`,
  );
  const found = new Map(rows.map((row) => [row.index, toDelivery(row)]));
  return places.map((_place, index) => found.get(index) ?? null);
}

function toDelivery(row: DeliveryRow): Delivery {
  const { index: _index, partnerId, hasPartnerLeft, isBlocked, itemId, title, id, ...rest } = row;
  const known = id === null ? null : toMessagePayload({ ...rest, id });
  return { partnerId, hasPartnerLeft, isBlocked, itemId, title, known };
}
