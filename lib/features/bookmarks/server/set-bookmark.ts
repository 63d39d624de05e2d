import { requireResident } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { DomainError } from '@/lib/core/errors';
import { parseInput } from '@/lib/core/parse';
import { inTransaction, type Tx } from '@/lib/db/transaction';
import { type SetBookmarkInput, setBookmarkSchema } from '@/lib/features/bookmarks/schemas';

/**
 * Bookmarks an item or takes the bookmark away. The same again changes nothing.
 *
 * @returns the state, and how many have bookmarked it
 * @throws UNAUTHENTICATED, FORBIDDEN without a district or for an own item, NOT_FOUND
 */
export async function setBookmark(
  ctx: ServiceContext,
  input: SetBookmarkInput,
): Promise<{ on: boolean; bookmarkCount: number }> {
  const member = requireResident(ctx.actor);
  const { itemId, on } = parseInput(setBookmarkSchema, input);
  return inTransaction(ctx, async (tx) => {
    await refuseOwn(tx, itemId, member.id);
    const bookmark = { userId: member.id, itemId };
    const change = on ? await add(tx, bookmark, ctx.now()) : await remove(tx, bookmark);
    return { on, bookmarkCount: await count(tx, itemId, change) };
  });
}

async function refuseOwn(tx: Tx, itemId: string, memberId: string) {
  const item = await tx.db.item.findFirst({
    where: { id: itemId, deletedAt: null, hiddenAt: null },
    select: { authorId: true },
  });
  if (!item) throw new DomainError('NOT_FOUND', 'notFound');
  if (item.authorId === memberId) throw new DomainError('FORBIDDEN', 'item.own');
}

async function add(tx: Tx, bookmark: { userId: string; itemId: string }, createdAt: Date): Promise<number> {
  const { count: added } = await tx.db.bookmark.createMany({
    data: [{ ...bookmark, createdAt }],
    skipDuplicates: true,
  });
  return added;
}

async function remove(tx: Tx, bookmark: { userId: string; itemId: string }): Promise<number> {
  const { count: removed } = await tx.db.bookmark.deleteMany({ where: bookmark });
  return -removed;
}

/** Only rows that came or went are counted, so the number on the item is that of its bookmarks. */
async function count(tx: Tx, itemId: string, change: number): Promise<number> {
  const [item] = await tx.db.$queryRaw<{ bookmarkCount: number }[]>`
    UPDATE "Item" SET "bookmarkCount" = "bookmarkCount" + ${change}::int
    WHERE "id" = ${itemId}::uuid RETURNING "bookmarkCount"`;
  return item?.bookmarkCount ?? 0;
}
