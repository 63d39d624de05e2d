import { DomainError } from '@/lib/core/errors';
import type { Tx } from '@/lib/db/transaction';
import type { PriceUnit, Section } from '@/lib/features/items/schemas';
import type { RentalStatus } from '@/lib/features/rentals/rental-state';

export interface LockedItem {
  id: string;
  section: Section;
  title: string;
  status: 'AVAILABLE' | 'RENTED' | 'CLOSED';
  priceWon: number | null;
  priceUnit: PriceUnit;
  isGone: boolean;
  hasAuthor: boolean;
}

export interface LockedRental {
  id: string;
  itemId: string;
  roomId: string;
  authorId: string;
  inquirerId: string;
  lenderId: string;
  renterId: string;
  status: RentalStatus;
  startsAt: Date;
  endsAt: Date;
  expiresAt: Date;
  totalWon: number | null;
  /** of the item */
  title: string;
  autoRelist: boolean;
  isItemGone: boolean;
  hasInquirer: boolean;
  /** another rental of the item is out */
  hasOtherActive: boolean;
  /** another one is booked or out in this period */
  hasOverlap: boolean;
  /** another one is booked that begins before this one */
  hasEarlierBooking: boolean;
}

/**
 * The item, locked until the transaction ends. Every change of an item's rentals locks it first, then the rental, then
 * the room, so that racing changes queue and never deadlock. Inserts that only refer to the item (alerts, messages) do
 * not wait.
 */
export async function lockItem(tx: Tx, itemId: string): Promise<LockedItem> {
  const [item] = await tx.db.$queryRaw<LockedItem[]>`
    SELECT "id", "section", "title", "status", "priceWon", "priceUnit",
      ("deletedAt" IS NOT NULL OR "hiddenAt" IS NOT NULL) AS "isGone",
      (SELECT "nickname" IS NOT NULL FROM "User" WHERE "User"."id" = "authorId") AS "hasAuthor"
    FROM "Item" WHERE "id" = ${itemId}::uuid FOR NO KEY UPDATE`;
  if (!item) throw new DomainError('NOT_FOUND', 'notFound');
  return item;
}

/**
 * A rental with its item, both locked.
 *
 * @param viewerId one of its two people; null: the clock
 * @throws NOT_FOUND for another's rental
 */
export async function lockRental(tx: Tx, rentalId: string, viewerId: string | null): Promise<LockedRental> {
  await tx.db.$queryRaw`
    SELECT 1 FROM "Item" WHERE "id" = (SELECT "itemId" FROM "Rental" WHERE "id" = ${rentalId}::uuid)
    FOR NO KEY UPDATE`;
  const [rental] = await tx.db.$queryRaw<LockedRental[]>`
    SELECT rental."id", rental."itemId", rental."roomId", rental."authorId", rental."inquirerId",
      rental."lenderId", rental."renterId", rental."status", rental."startsAt", rental."endsAt",
      rental."expiresAt", rental."totalWon", item."title", item."autoRelist",
      (item."deletedAt" IS NOT NULL OR item."hiddenAt" IS NOT NULL) AS "isItemGone",
      inquirer."nickname" IS NOT NULL AS "hasInquirer", others.*
    FROM "Rental" rental
    JOIN "Item" item ON item."id" = rental."itemId"
    JOIN "User" inquirer ON inquirer."id" = rental."inquirerId"
    CROSS JOIN LATERAL (
      SELECT coalesce(bool_or(other."status" = 'ACTIVE'), false) AS "hasOtherActive",
        coalesce(bool_or(other."startsAt" < rental."endsAt" AND other."endsAt" > rental."startsAt"), false)
          AS "hasOverlap",
        coalesce(bool_or(other."status" = 'ACCEPTED' AND other."startsAt" < rental."startsAt"), false)
          AS "hasEarlierBooking"
      FROM "Rental" other
      WHERE other."itemId" = rental."itemId" AND other."id" <> rental."id"
        AND other."status" IN ('ACCEPTED', 'ACTIVE')
    ) others
    WHERE rental."id" = ${rentalId}::uuid
      AND (${viewerId}::uuid IS NULL OR ${viewerId}::uuid IN (rental."lenderId", rental."renterId"))
    FOR NO KEY UPDATE OF rental`;
  if (!rental) throw new DomainError('NOT_FOUND', 'notFound');
  return rental;
}
