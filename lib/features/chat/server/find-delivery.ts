import type { ServiceContext } from '@/lib/core/context';
import { Prisma } from '@/lib/db/generated/client';
import { queryPrepared } from '@/lib/db/query-prepared';
import type { MessagePayload } from '@/lib/realtime/events';
import { type MessageRow, messageColumns, toMessagePayload } from './message-payload';

export interface Delivery {
  partnerId: string;
  hasPartnerLeft: boolean;
  itemId: string;
  title: string;
  /** what this sender has stored under that clientId already */
  known: MessagePayload | null;
}

interface DeliveryRow extends Omit<Delivery, 'known'>, Omit<MessageRow, 'id'> {
  id: string | null;
}

/** What a message from this sender to this room needs to know; null when the room is not theirs. One statement. */
export async function findDelivery(
  ctx: ServiceContext,
  { roomId, senderId, clientId }: { roomId: string; senderId: string; clientId: string },
): Promise<Delivery | null> {
  const [row] = await queryPrepared<DeliveryRow>(
    ctx.db,
    Prisma.sql`
    SELECT partner."id" AS "partnerId", partner."nickname" IS NULL AS "hasPartnerLeft",
      item."id" AS "itemId", item."title", ${messageColumns}
    FROM "Room" room
    JOIN "Item" item ON item."id" = room."itemId"
    JOIN "User" partner ON partner."id" <> ${senderId}::uuid
      AND partner."id" IN (room."authorId", room."inquirerId")
    LEFT JOIN "Message" message ON message."roomId" = room."id" AND message."senderId" = ${senderId}::uuid
      AND message."clientId" = ${clientId}
    WHERE room."id" = ${roomId}::uuid AND ${senderId}::uuid IN (room."authorId", room."inquirerId")`,
  );
  if (!row) return null;
  const { partnerId, hasPartnerLeft, itemId, title, id, ...rest } = row;
  const known = id === null ? null : toMessagePayload({ ...rest, id });
  return { partnerId, hasPartnerLeft, itemId, title, known };
}
