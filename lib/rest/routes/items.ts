import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { ServiceContext } from '@/lib/core/context';
import { invalidField } from '@/lib/core/errors';
import { listBookmarks } from '@/lib/features/bookmarks/server/list-bookmarks';
import { setBookmark } from '@/lib/features/bookmarks/server/set-bookmark';
import { createItemSchema, type UpdateItemInput, updateItemSchema } from '@/lib/features/items/schemas';
import { createItem } from '@/lib/features/items/server/create-item';
import { getItem } from '@/lib/features/items/server/get-item';
import { getItemForEdit } from '@/lib/features/items/server/get-item-for-edit';
import { listItems } from '@/lib/features/items/server/list-items';
import { relistItem } from '@/lib/features/items/server/relist-item';
import { updateItem } from '@/lib/features/items/server/update-item';
import { periodSchema } from '@/lib/features/rentals/schemas';
import { deleteItem } from '@/lib/features/rentals/server/delete-item';
import { quoteRental } from '@/lib/features/rentals/server/quote';
import { reportFieldsSchema } from '@/lib/features/reports/schemas';
import { writeReport } from '@/lib/features/reports/server/write-report';
import { listItemReviews } from '@/lib/features/reviews/server/list-item-reviews';
import { type Operation, operation } from '@/lib/rest/operation';
import { itemsQuery, pageQuery } from '@/lib/rest/query';
import { itemCardSchema, itemSchema, pageOf, quoteSchema, reviewSchema } from '@/lib/rest/schemas';

const tag = 'items';
const createBody = createItemSchema.omit({ submissionId: true });
const patchBody = updateItemSchema.omit({ itemId: true }).partial();
const bookmarkState = z.strictObject({ on: z.boolean(), bookmarkCount: z.int() });
const idOf = ({ itemId = '' }: Record<string, string>) => itemId;

export const itemRoutes: Operation[] = [
  operation({
    id: 'listItems',
    method: 'get',
    path: '/items',
    tag,
    access: 'public',
    summary: 'Items, newest first',
    query: itemsQuery,
    status: 200,
    response: pageOf(itemCardSchema),
    refuses: ['INVALID'],
    run: (ctx, { query: { author, status, ...query } }) => {
      if (status !== undefined && !['available', 'all'].includes(status)) {
        throw invalidField('status', 'rest.status');
      }
      const filters = { ...query, ...(author !== undefined && { authorId: author }) };
      return listItems(ctx, { ...filters, includeRented: status === 'all' } as Parameters<
        typeof listItems
      >[1]);
    },
  }),
  operation({
    id: 'createItem',
    method: 'post',
    path: '/items',
    tag,
    access: 'member',
    summary: 'Post an item',
    description:
      'Pictures are keys of uploads, in the order in which they are shown; the first is the cover.',
    body: createBody,
    status: 201,
    response: itemSchema,
    refuses: ['INVALID', 'FORBIDDEN'],
    run: async (ctx, { body, onceId }) => {
      const created = await createItem(ctx, { ...body, submissionId: onceId ?? randomUUID() });
      return getItem(ctx, created);
    },
  }),
  operation({
    id: 'getItem',
    method: 'get',
    path: '/items/{itemId}',
    tag,
    access: 'public',
    summary: 'An item',
    status: 200,
    response: itemSchema,
    refuses: ['NOT_FOUND'],
    run: (ctx, { path }) => getItem(ctx, { itemId: idOf(path) }),
  }),
  operation({
    id: 'updateItem',
    method: 'patch',
    path: '/items/{itemId}',
    tag,
    access: 'member',
    summary: 'Change an item of one’s own',
    description: 'What is left out stays as it is.',
    body: patchBody,
    status: 200,
    response: itemSchema,
    refuses: ['INVALID', 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT'],
    run: async (ctx, { path, body }) => {
      const itemId = idOf(path);
      await updateItem(ctx, { ...(await fieldsOf(ctx, itemId)), ...body, itemId });
      return getItem(ctx, { itemId });
    },
  }),
  operation({
    id: 'deleteItem',
    method: 'delete',
    path: '/items/{itemId}',
    tag,
    access: 'member',
    summary: 'Take an item of one’s own away',
    status: 204,
    response: null,
    refuses: ['FORBIDDEN', 'NOT_FOUND', 'CONFLICT'],
    run: (ctx, { path }) => deleteItem(ctx, { itemId: idOf(path) }),
  }),
  operation({
    id: 'relistItem',
    method: 'post',
    path: '/items/{itemId}/relist',
    tag,
    access: 'member',
    summary: 'List a closed item again',
    status: 200,
    response: itemSchema,
    refuses: ['FORBIDDEN', 'NOT_FOUND', 'CONFLICT'],
    run: async (ctx, { path }) => getItem(ctx, await relistItem(ctx, { itemId: idOf(path) })),
  }),
  operation({
    id: 'addBookmark',
    method: 'put',
    path: '/items/{itemId}/bookmark',
    tag: 'bookmarks',
    access: 'member',
    summary: 'Bookmark an item',
    status: 200,
    response: bookmarkState,
    refuses: ['FORBIDDEN', 'NOT_FOUND'],
    run: (ctx, { path }) => setBookmark(ctx, { itemId: idOf(path), on: true }),
  }),
  operation({
    id: 'removeBookmark',
    method: 'delete',
    path: '/items/{itemId}/bookmark',
    tag: 'bookmarks',
    access: 'member',
    summary: 'Take a bookmark away',
    status: 200,
    response: bookmarkState,
    refuses: ['FORBIDDEN', 'NOT_FOUND'],
    run: (ctx, { path }) => setBookmark(ctx, { itemId: idOf(path), on: false }),
  }),
  operation({
    id: 'listBookmarks',
    method: 'get',
    path: '/bookmarks',
    tag: 'bookmarks',
    access: 'member',
    summary: 'One’s own bookmarks, newest first',
    query: pageQuery,
    status: 200,
    response: pageOf(itemCardSchema),
    refuses: ['INVALID'],
    run: (ctx, { query }) => listBookmarks(ctx, query as Parameters<typeof listBookmarks>[1]),
  }),
  operation({
    id: 'listItemReviews',
    method: 'get',
    path: '/items/{itemId}/reviews',
    tag: 'reviews',
    access: 'public',
    summary: 'What others wrote after renting an item',
    query: pageQuery,
    status: 200,
    response: pageOf(reviewSchema),
    refuses: ['INVALID'],
    run: (ctx, { path, query }) =>
      listItemReviews(ctx, { ...query, itemId: idOf(path) } as Parameters<typeof listItemReviews>[1]),
  }),
  operation({
    id: 'quoteRental',
    method: 'post',
    path: '/items/{itemId}/quote',
    tag: 'rentals',
    access: 'member',
    isReading: true,
    summary: 'What a period would cost',
    body: periodSchema,
    status: 200,
    response: quoteSchema,
    refuses: ['INVALID', 'NOT_FOUND'],
    run: (ctx, { path, body }) => quoteRental(ctx, { ...body, itemId: idOf(path) }),
  }),
  operation({
    id: 'reportItem',
    method: 'post',
    path: '/items/{itemId}/reports',
    tag: 'reports',
    access: 'member',
    summary: 'Report an item, or a message about it; once a person an item',
    body: reportFieldsSchema.omit({ itemId: true }),
    status: 201,
    response: z.strictObject({ reportId: z.guid() }),
    refuses: ['INVALID', 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT'],
    run: (ctx, { path, body }) => writeReport(ctx, { ...body, itemId: idOf(path) }),
  }),
];

/** The item as its form would send it. */
async function fieldsOf(ctx: ServiceContext, itemId: string): Promise<UpdateItemInput> {
  const { section, category, title, body, priceWon, priceUnit, autoRelist, images } = await getItemForEdit(
    ctx,
    {
      itemId,
    },
  );
  return {
    ...{ itemId, section, categoryId: category.id, title, body, priceWon, priceUnit, autoRelist },
    images: images.map((image) => ({ imageId: image.id })),
  };
}
