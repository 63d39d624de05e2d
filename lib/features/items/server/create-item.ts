import { randomUUID } from 'node:crypto';
import { requireResident } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse';
import { Prisma } from '@/lib/db/generated/client';
import { refuseTooMany } from '@/lib/db/refuse-too-many';
import { inTransaction, type Tx } from '@/lib/db/transaction';
import { claimImages } from '@/lib/features/images/server/claim-images';
import { MOST_ITEMS_AN_HOUR } from '@/lib/features/items/limits';
import { type CreateItemInput, createItemSchema } from '@/lib/features/items/schemas';
import { prepareImages } from './prepare-images';
import { requireCategory } from './require-category';

type NewItem = ReturnType<typeof createItemSchema.parse>;

/**
 * Lists an item in its author's district, with its pictures, or not at all. The same `submissionId` again, also at the
 * same time, gives the item that was made first.
 *
 * @throws INVALID by field (`images.<index>` for a picture), UNAUTHENTICATED, FORBIDDEN without a district, RATE_LIMITED
 *   after 30 in an hour
 */
export async function createItem(ctx: ServiceContext, input: CreateItemInput): Promise<{ itemId: string }> {
  const author = requireResident(ctx.actor);
  const item = parseInput(createItemSchema, input);
  const earlier = await findSubmitted(ctx, author.id, item.submissionId);
  if (earlier) return earlier;
  try {
    await prepareImages(ctx, item.images);
    return await storeItem(ctx, author, item);
  } catch (error) {
    // Whatever failed here: when the same form has made its item meanwhile, that is the answer.
    const made = await findSubmitted(ctx, author.id, item.submissionId).catch(() => null);
    if (made) return made;
    throw error;
  }
}

function storeItem(ctx: ServiceContext, author: { id: string; regionCode: string }, item: NewItem) {
  const { images, ...fields } = item;
  const itemId = randomUUID();
  const now = ctx.now();
  return inTransaction(ctx, async (tx) => {
    const { id: authorId, regionCode } = author;
    await refuseTooManyItems(tx, ctx, authorId);
    await requireCategory(tx, fields.categoryId);
    const times = { listedAt: now, createdAt: now, updatedAt: now };
    await tx.db.item.create({
      data: { ...fields, ...times, id: itemId, authorId, regionCode },
      select: { id: true },
    });
    const pictures = await claimImages(tx, ctx, { itemId, ownerId: authorId, refs: images });
    await tx.db.item.update({
      where: { id: itemId },
      data: { ...pictures, updatedAt: now },
      select: { id: true },
    });
    return { itemId };
  });
}

async function findSubmitted(ctx: ServiceContext, authorId: string, submissionId: string) {
  const item = await ctx.db.item.findUnique({
    where: { authorId_submissionId: { authorId, submissionId } },
    select: { id: true },
  });
  return item && { itemId: item.id };
}

function refuseTooManyItems(tx: Tx, ctx: ServiceContext, userId: string) {
  const most = ctx.mostAnHour?.items ?? MOST_ITEMS_AN_HOUR;
  const limit = { kind: 'item', userId, most, now: ctx.now(), reason: 'item.tooMany' } as const;
  // No item was made after it was listed, which has the index.
  return refuseTooMany(
    tx,
    limit,
    (since) => Prisma.sql`SELECT "createdAt" FROM "Item"
      WHERE "authorId" = ${userId}::uuid AND "listedAt" > ${since} AND "createdAt" > ${since}`,
  );
}
