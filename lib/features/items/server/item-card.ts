import type { ServiceContext } from '@/lib/core/context';
import { Prisma } from '@/lib/db/generated/client';
import { type CoverRow, toCover } from '@/lib/features/images/server/image-view';
import type { ItemCardView } from '@/lib/features/items/views';

export interface ItemCardRow extends CoverRow, Omit<ItemCardView, 'rentedUntil' | 'cover' | 'listedAt'> {
  rentedUntil: Date | null;
  listedAt: Date;
}

/** Columns of `ItemCardRow`, of "Item" item joined with "Region" region. */
export const cardColumns = Prisma.sql`
  item."id", item."section", item."title", item."priceWon", item."priceUnit", item."status", item."rentedUntil",
  item."coverImageId", item."coverBlur", item."coverColor", item."bookmarkCount", item."inquiryCount", item."listedAt",
  json_build_object('code', region."code", 'name', region."name", 'nameEn', region."nameEn") AS "region"`;

/** The condition, where there is one, that leaves out the items of these authors. */
export function notBy(authorIds: readonly string[]): Prisma.Sql[] {
  return authorIds.length > 0 ? [Prisma.sql`item."authorId" <> ALL (${authorIds}::uuid[])`] : [];
}

export function toItemCard(ctx: ServiceContext, row: ItemCardRow): ItemCardView {
  const { id, section, title, priceWon, priceUnit, status, region, bookmarkCount, inquiryCount } = row;
  return {
    id,
    section,
    title,
    priceWon,
    priceUnit,
    status,
    rentedUntil: row.rentedUntil?.toISOString() ?? null,
    region,
    cover: toCover(ctx, row),
    bookmarkCount,
    inquiryCount,
    listedAt: row.listedAt.toISOString(),
  };
}
