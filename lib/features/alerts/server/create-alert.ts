import type { ServiceContext } from '@/lib/core/context';
import { newId } from '@/lib/core/new-id';
import type { Tx } from '@/lib/db/transaction';
import type { AlertPayload } from '@/lib/realtime/events';
import { type AlertRow, toAlertPayload } from './alert-payload';

export interface NewAlert {
  userId: string;
  kind: AlertPayload['kind'];
  /** null: the clock */
  senderId: string | null;
  roomId: string;
  itemId: string;
  rentalId: string;
  /** of the item */
  title: string;
}

/**
 * Writes an alert in the transaction of what it tells. None for a room that the person is looking at (PRODUCT.md 6).
 */
export async function createAlert(tx: Tx, ctx: ServiceContext, alert: NewAlert): Promise<void> {
  const { userId, kind, senderId, roomId, itemId, rentalId, title } = alert;
  if (await ctx.presence.isInRoom(userId, roomId)) return;
  const now = ctx.now();
  const [row] = await tx.db.$queryRaw<AlertRow[]>`
    INSERT INTO "Alert" ("id", "userId", "kind", "senderId", "roomId", "itemId", "rentalId", "title", "createdAt")
    VALUES (${newId(now)}::uuid, ${userId}::uuid, ${kind}::"AlertKind", ${senderId}::uuid, ${roomId}::uuid,
      ${itemId}::uuid, ${rentalId}::uuid, ${title}, ${now})
    RETURNING "id", "kind", "roomId", "itemId", "title", "createdAt", "readAt",
      (SELECT "nickname"::text FROM "User" WHERE "id" = "senderId") AS "sender"`;
  if (row) tx.events.push({ type: 'alert.created', userId, alert: toAlertPayload(row) });
}
