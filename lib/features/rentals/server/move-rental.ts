import type { ServiceContext } from '@/lib/core/context';
import { DomainError } from '@/lib/core/errors';
import type { Tx } from '@/lib/db/transaction';
import { tellIfShut } from '@/lib/features/chat/server/tell-if-shut';
import type { RentalStatus } from '@/lib/features/rentals/rental-state';
import type { LockedRental } from './lock-rental';
import { recordChange } from './record-change';

export interface RentalChange {
  to: RentalStatus;
  /** null: the clock */
  actorId: string | null;
  reason?: string;
  /** of its row of history; a new one without it */
  eventId?: string;
}

/**
 * Moves a locked rental to another state and writes down all that belongs to it: its times, the item's status, history,
 * the event in the room, the alert.
 *
 * @throws CONFLICT when it is no longer in the state that the caller saw
 */
export async function moveRental(
  tx: Tx,
  ctx: ServiceContext,
  rental: LockedRental,
  change: RentalChange,
): Promise<LockedRental> {
  const { to } = change;
  const now = ctx.now();
  const moved = await tx.db.$executeRaw`
    UPDATE "Rental" SET "status" = ${to}::"RentalStatus", "updatedAt" = ${now},
      "acceptedAt" = CASE WHEN ${to} = 'ACCEPTED' THEN ${now}::timestamptz ELSE "acceptedAt" END,
      "activatedAt" = CASE WHEN ${to} = 'ACTIVE' THEN ${now}::timestamptz ELSE "activatedAt" END,
      "endedAt" = CASE WHEN ${to} = 'ENDED' THEN ${now}::timestamptz ELSE "endedAt" END
    WHERE "id" = ${rental.id}::uuid AND "status" = ${rental.status}::"RentalStatus"`;
  if (moved !== 1) throw new DomainError('CONFLICT', 'rental.moved');
  if (to === 'ACTIVE') await setItem(tx, rental.itemId, 'RENTED', rental.endsAt);
  if (to === 'ENDED') await setItem(tx, rental.itemId, rental.autoRelist ? 'AVAILABLE' : 'CLOSED', null);
  await recordChange(tx, ctx, rental, { ...change, from: rental.status });
  if (to === 'ENDED' || to === 'CANCELLED') await tellIfShut(tx, rental.roomId);
  return { ...rental, status: to };
}

async function setItem(
  tx: Tx,
  itemId: string,
  status: 'AVAILABLE' | 'RENTED' | 'CLOSED',
  rentedUntil: Date | null,
) {
  await tx.db.$executeRaw`
    UPDATE "Item" SET "status" = ${status}::"ItemStatus", "rentedUntil" = ${rentedUntil}::timestamptz
    WHERE "id" = ${itemId}::uuid`;
}
