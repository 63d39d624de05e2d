import type { ServiceContext } from '@/lib/core/context';
import { newId } from '@/lib/core/new-id';
import type { Tx } from '@/lib/db/transaction';
import { createAlert } from '@/lib/features/alerts/server/create-alert';
import { appendEvent } from '@/lib/features/chat/server/append-event';
import type { RentalStatus } from '@/lib/features/rentals/rental-state';
import type { LockedRental } from './lock-rental';
import type { RentalChange } from './move-rental';

/** Name of a change in threads and alerts. */
const CHANGES = {
  REQUESTED: 'RENTAL_REQUESTED',
  ACCEPTED: 'RENTAL_ACCEPTED',
  REJECTED: 'RENTAL_REJECTED',
  CANCELLED: 'RENTAL_CANCELLED',
  EXPIRED: 'RENTAL_EXPIRED',
  ACTIVE: 'RENTAL_STARTED',
  ENDED: 'RENTAL_ENDED',
} as const satisfies Record<RentalStatus, string>;

/**
 * What each change of a rental leaves behind (PRODUCT.md 5): a row of history, an event in the room, an alert to the
 * other side (to both when it was the clock).
 */
export async function recordChange(
  tx: Tx,
  ctx: ServiceContext,
  rental: LockedRental,
  change: RentalChange & { from: RentalStatus | null },
): Promise<void> {
  const { id: rentalId, roomId, itemId, title, totalWon } = rental;
  const { from, to, actorId, reason, eventId } = change;
  const kind = CHANGES[to];
  const memberIds = [rental.authorId, rental.inquirerId];
  const now = ctx.now();
  await tx.db.$executeRaw`
    INSERT INTO "RentalEvent" ("id", "rentalId", "fromStatus", "toStatus", "actorId", "reason", "createdAt")
    VALUES (${eventId ?? newId(now)}::uuid, ${rentalId}::uuid, ${from}::"RentalStatus", ${to}::"RentalStatus",
      ${actorId}::uuid, ${reason ?? null}, ${now})`;
  const [startsAt, endsAt] = [rental.startsAt.toISOString(), rental.endsAt.toISOString()];
  const event = { type: kind, rentalId, startsAt, endsAt, totalWon, ...(reason && { reason }) };
  await appendEvent(tx, ctx, { roomId, memberIds, actorId, event });
  for (const userId of memberIds.filter((id) => id !== actorId)) {
    await createAlert(tx, ctx, { userId, kind, senderId: actorId, roomId, itemId, rentalId, title });
  }
  tx.events.push({ type: 'rental.changed', roomId, memberIds, rentalId, itemId, status: to });
}
