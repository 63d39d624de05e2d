import type { ServiceContext } from '@/lib/core/context';
import { decodeCursor, type Page, toPage } from '@/lib/core/page';
import { Prisma } from '@/lib/db/generated/client';
import type { ReviewView } from '@/lib/features/reviews/views';
import { avatarUrlOf } from '@/lib/features/users/server/member-summary';

interface ReviewRow {
  id: string;
  stars: number;
  body: string;
  createdAt: Date;
  reviewerId: string;
  nickname: string | null;
  avatarImageId: string | null;
  itemId: string;
  title: string;
  isGone: boolean;
  startsAt: Date;
  endsAt: Date;
}

/**
 * Reviews, newest first, in one statement.
 *
 * @param which condition on "Review" review joined with "Item" item
 */
export async function findReviews(
  ctx: ServiceContext,
  which: Prisma.Sql,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<Page<ReviewView>> {
  const after = cursor === undefined ? null : decodeCursor(cursor);
  const place = after
    ? Prisma.sql`AND (review."createdAt", review."id") < (${after.at}, ${after.id}::uuid)`
    : Prisma.empty;
  const rows = await ctx.db.$queryRaw<ReviewRow[]>`
    SELECT review."id", review."stars", review."body", review."createdAt",
      reviewer."id" AS "reviewerId", reviewer."nickname"::text AS "nickname", reviewer."avatarImageId",
      item."id" AS "itemId", item."title",
      (item."deletedAt" IS NOT NULL OR item."hiddenAt" IS NOT NULL) AS "isGone",
      rental."startsAt", rental."endsAt"
    FROM "Review" review
    JOIN "User" reviewer ON reviewer."id" = review."reviewerId"
    JOIN "Item" item ON item."id" = review."itemId"
    JOIN "Rental" rental ON rental."id" = review."rentalId"
    WHERE ${which} ${place}
    ORDER BY review."createdAt" DESC, review."id" DESC LIMIT ${limit + 1}`;
  const page = toPage(rows, limit, (row) => ({ at: row.createdAt, id: row.id }));
  return { data: page.data.map((row) => toReviewView(ctx, row)), nextCursor: page.nextCursor };
}

function toReviewView(ctx: ServiceContext, row: ReviewRow): ReviewView {
  const { id, stars, body, createdAt, reviewerId, nickname, avatarImageId, itemId, title, isGone } = row;
  const avatarUrl = nickname === null ? null : avatarUrlOf(ctx, avatarImageId);
  return {
    id,
    stars,
    body,
    createdAt: createdAt.toISOString(),
    reviewer: { id: reviewerId, nickname, avatarUrl },
    item: { id: itemId, title, isGone },
    rental: { startsAt: row.startsAt.toISOString(), endsAt: row.endsAt.toISOString() },
  };
}
