import { blockedIdsOf, memberIdOf, requireMember } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { invalidField } from '@/lib/core/errors';
import { decodeCursor, type Page, type TimeCursor, toPage } from '@/lib/core/page';
import { parseInput } from '@/lib/core/parse';
import { Prisma } from '@/lib/db/generated/client';
import { type ListBookmarksInput, listBookmarksSchema } from '@/lib/features/bookmarks/schemas';
import { cardColumns, type ItemCardRow, notBy, toItemCard } from '@/lib/features/items/server/item-card';
import type { ItemCardView } from '@/lib/features/items/views';

interface BookmarkRow extends ItemCardRow {
  bookmarkedAt: Date;
}

/**
 * What the member has bookmarked, last first, whatever its status; deleted items are left out. One statement.
 *
 * @throws UNAUTHENTICATED, INVALID for a cursor that no page gave
 */
export async function listBookmarks(
  ctx: ServiceContext,
  input: ListBookmarksInput,
): Promise<Page<ItemCardView>> {
  const member = requireMember(ctx.actor);
  const { cursor, limit } = parseInput(listBookmarksSchema, input);
  const conditions = [
    Prisma.sql`bookmark."userId" = ${member.id}::uuid AND item."deletedAt" IS NULL AND item."hiddenAt" IS NULL`,
    ...notBy(blockedIdsOf(member)),
  ];
  const rows = await ctx.db.$queryRaw<BookmarkRow[]>`
    SELECT ${cardColumns}, bookmark."createdAt" AS "bookmarkedAt"
    FROM "Bookmark" bookmark
    JOIN "Item" item ON item."id" = bookmark."itemId"
    JOIN "Region" region ON region."code" = item."regionCode"
    WHERE ${Prisma.join(conditions, ' AND ')} ${afterCursor(cursor)}
    ORDER BY bookmark."createdAt" DESC, bookmark."itemId" DESC LIMIT ${limit + 1}`;
  const page = toPage(rows, limit, (row) => ({ at: row.bookmarkedAt, id: row.id }));
  return { ...page, data: page.data.map((row) => toItemCard(ctx, row)) };
}

/** Which of these items the member has bookmarked, in one statement; none for visitors, without asking. */
export async function bookmarkedIds(ctx: ServiceContext, itemIds: string[]): Promise<Set<string>> {
  const userId = memberIdOf(ctx.actor);
  if (!userId || itemIds.length === 0) return new Set();
  const rows = await ctx.db.bookmark.findMany({
    where: { userId, itemId: { in: itemIds } },
    select: { itemId: true },
  });
  return new Set(rows.map((row) => row.itemId));
}

function afterCursor(text: string | undefined): Prisma.Sql {
  if (text === undefined) return Prisma.empty;
  const cursor: TimeCursor | null = decodeCursor(text);
  if (!cursor) throw invalidField('cursor', 'invalid');
  return Prisma.sql`AND (bookmark."createdAt", bookmark."itemId") < (${cursor.at}::timestamptz, ${cursor.id}::uuid)`;
}
