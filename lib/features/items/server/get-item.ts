import { blockedIdsOf, memberIdOf } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { DomainError } from '@/lib/core/errors';
import { isId } from '@/lib/core/ids';
import { imageSelect, toImageView } from '@/lib/features/images/server/image-view';
import { itemRights } from '@/lib/features/items/policy';
import type { ItemIdInput } from '@/lib/features/items/schemas';
import type { CategoryView, ItemView } from '@/lib/features/items/views';
import { type MemberRow, memberJson, toMemberSummary } from '@/lib/features/users/server/member-summary';
import { cardColumns, type ItemCardRow, toItemCard } from './item-card';

interface ItemRow extends ItemCardRow {
  body: string;
  autoRelist: boolean;
  createdAt: Date;
  updatedAt: Date;
  category: CategoryView;
  author: MemberRow;
  isBookmarked: boolean;
  roomId: string | null;
}

/**
 * The page of an item as this viewer sees it, in two statements.
 *
 * @throws NOT_FOUND when there is none, it was deleted or hidden, or its author and the viewer are blocked
 */
export async function getItem(ctx: ServiceContext, input: ItemIdInput): Promise<ItemView> {
  const viewerId = memberIdOf(ctx.actor);
  const row = isId(input.itemId) ? await findItem(ctx, input.itemId, viewerId) : null;
  if (!row || blockedIdsOf(ctx.actor).includes(row.author.id)) throw new DomainError('NOT_FOUND', 'notFound');
  const images = await ctx.db.image.findMany({
    where: { itemId: row.id },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: imageSelect,
  });
  const facts = { authorId: row.author.id, hasAuthor: row.author.nickname !== null, status: row.status };
  return {
    ...toItemCard(ctx, row),
    body: row.body,
    category: row.category,
    images: images.map((image) => toImageView(ctx, image)),
    author: toMemberSummary(ctx, row.author),
    autoRelist: row.autoRelist,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    viewer: { ...itemRights(viewerId, facts), isBookmarked: row.isBookmarked, roomId: row.roomId },
  };
}

async function findItem(
  ctx: ServiceContext,
  itemId: string,
  viewerId: string | null,
): Promise<ItemRow | null> {
  const rows = await ctx.db.$queryRaw<ItemRow[]>`
    SELECT ${cardColumns}, item."body", item."autoRelist", item."createdAt", item."updatedAt",
      json_build_object('id', category."id", 'slug', category."slug", 'name', category."name",
        'nameEn', category."nameEn", 'icon', category."icon") AS "category",
      ${memberJson('author')} AS "author",
      EXISTS (SELECT 1 FROM "Bookmark"
        WHERE "userId" = ${viewerId}::uuid AND "itemId" = item."id") AS "isBookmarked",
      (SELECT "id" FROM "Room"
        WHERE "inquirerId" = ${viewerId}::uuid AND "itemId" = item."id") AS "roomId"
    FROM "Item" item
    JOIN "Region" region ON region."code" = item."regionCode"
    JOIN "Category" category ON category."id" = item."categoryId"
    JOIN "User" author ON author."id" = item."authorId"
    WHERE item."id" = ${itemId}::uuid AND item."deletedAt" IS NULL AND item."hiddenAt" IS NULL`;
  return rows[0] ?? null;
}
