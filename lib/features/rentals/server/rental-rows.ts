import type { ServiceContext } from '@/lib/core/context';
import type { Prisma } from '@/lib/db/generated/client';
import { type CoverRow, toCover } from '@/lib/features/images/server/image-view';
import type { ItemStatus } from '@/lib/features/items/schemas';
import { type RentalJson, toRentalView } from '@/lib/features/rentals/rental-view';
import type { RentalView } from '@/lib/features/rentals/views';
import { avatarUrlOf } from '@/lib/features/users/server/member-summary';

export interface RentalRow extends CoverRow {
  rental: RentalJson;
  updatedAt: Date;
  title: string;
  isGone: boolean;
  itemStatus: ItemStatus;
  isTaken: boolean;
  partnerId: string;
  nickname: string | null;
  avatarImageId: string | null;
  hasReviewed: boolean;
}

/**
 * Rentals in which a member is one of the two, in one statement.
 *
 * @param rest further conditions, order and limit, on "Rental" rental
 */
export function findRentalRows(
  ctx: ServiceContext,
  viewerId: string,
  rest: Prisma.Sql,
): Promise<RentalRow[]> {
  return ctx.db.$queryRaw<RentalRow[]>`
    SELECT to_jsonb(rental) AS "rental", rental."updatedAt", item."title",
      item."coverImageId", item."coverBlur", item."coverColor",
      (item."deletedAt" IS NOT NULL OR item."hiddenAt" IS NOT NULL) AS "isGone",
      item."status" AS "itemStatus",
      EXISTS (SELECT 1 FROM "Rental" other
        WHERE other."itemId" = rental."itemId" AND other."status" IN ('ACCEPTED', 'ACTIVE')
          AND other."id" <> rental."id" AND rental."status" = 'REQUESTED'
          AND tstzrange(other."startsAt", other."endsAt", '[)') && tstzrange(rental."startsAt", rental."endsAt", '[)')
      ) AS "isTaken",
      partner."id" AS "partnerId", partner."nickname"::text AS "nickname", partner."avatarImageId",
      EXISTS (SELECT 1 FROM "Review"
        WHERE "rentalId" = rental."id" AND "reviewerId" = ${viewerId}::uuid) AS "hasReviewed"
    FROM "Rental" rental
    JOIN "Item" item ON item."id" = rental."itemId"
    JOIN "User" partner ON partner."id" =
      CASE WHEN rental."lenderId" = ${viewerId}::uuid THEN rental."renterId" ELSE rental."lenderId" END
    WHERE (rental."lenderId" = ${viewerId}::uuid OR rental."renterId" = ${viewerId}::uuid) ${rest}`;
}

export function rowToRentalView(ctx: ServiceContext, row: RentalRow, viewerId: string): RentalView {
  const { rental, title, isGone, itemStatus, isTaken, nickname, hasReviewed } = row;
  const avatarUrl = nickname === null ? null : avatarUrlOf(ctx, row.avatarImageId);
  return toRentalView(
    {
      rental,
      item: { id: rental.itemId, title, cover: toCover(ctx, row), isGone },
      partner: { id: row.partnerId, nickname, avatarUrl },
      itemStatus,
      isTaken,
      hasReviewed,
    },
    viewerId,
    ctx.now(),
  );
}
