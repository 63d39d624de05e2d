import { memberIdOf } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { invalidField } from '@/lib/core/errors';
import { decodeCursor, type Page, type TimeCursor, toPage } from '@/lib/core/page';
import { parseInput } from '@/lib/core/parse';
import { Prisma } from '@/lib/db/generated/client';
import { type ListItemsInput, listItemsSchema, SECTIONS } from '@/lib/features/items/schemas';
import { parseSearch, type SearchTerms } from '@/lib/features/items/search-terms';
import type { ItemCardView } from '@/lib/features/items/views';
import { cardColumns, type ItemCardRow, toItemCard } from './item-card';

type Filters = ReturnType<typeof listItemsSchema.parse>;

/**
 * Items newest first, in one statement. Available ones only, unless `includeRented`; closed ones only in the author's
 * own list (`authorId` = who asks), which has every status.
 *
 * @throws INVALID by field, also for a cursor that no page gave
 */
export async function listItems(ctx: ServiceContext, input: ListItemsInput): Promise<Page<ItemCardView>> {
  const filters = parseInput(listItemsSchema, input);
  const after = readCursor(filters.cursor);
  const { terms, isBlank } = parseSearch(filters.q ?? '');
  if (!terms && !isBlank) return { data: [], nextCursor: null };
  const isOwn = filters.authorId !== undefined && filters.authorId === memberIdOf(ctx.actor);
  const rows = await ctx.db.$queryRaw<ItemCardRow[]>(listStatement({ filters, after, terms, isOwn }));
  const page = toPage(rows, filters.limit, (row) => ({ at: row.listedAt, id: row.id }));
  return { ...page, data: page.data.map((row) => toItemCard(ctx, row)) };
}

interface ListQuery {
  filters: Filters;
  after: TimeCursor | null;
  terms: SearchTerms | null;
  isOwn: boolean;
}

/** The ids of one page come from indexes alone; only their rows are then read whole. */
function listStatement(query: ListQuery): Prisma.Sql {
  const take = query.filters.limit + 1;
  const branches = sectionsToAsk(query).map(
    (section) => Prisma.sql`(SELECT item."id", item."listedAt" FROM "Item" item
      WHERE ${Prisma.join(conditionsOf(query, section), ' AND ')}
      ORDER BY item."listedAt" DESC, item."id" DESC LIMIT ${take})`,
  );
  return Prisma.sql`SELECT ${cardColumns}
    FROM (${Prisma.join(branches, ' UNION ALL ')}) found
    JOIN "Item" item ON item."id" = found."id"
    JOIN "Region" region ON region."code" = item."regionCode"
    ORDER BY found."listedAt" DESC, found."id" DESC LIMIT ${take}`;
}

/**
 * The indexes that serve the order begin with the section, so a list of both is two, merged. A search or an author's
 * list goes by another index, in one.
 */
function sectionsToAsk({ filters, terms }: ListQuery) {
  if (filters.section) return [filters.section];
  return terms || filters.authorId ? [null] : SECTIONS;
}

/** The first conditions stand word for word in the partial indexes of the migrations. */
function conditionsOf({ filters, after, terms, isOwn }: ListQuery, section: string | null): Prisma.Sql[] {
  const { category, region, authorId, includeRented } = filters;
  const conditions = [Prisma.sql`item."deletedAt" IS NULL AND item."hiddenAt" IS NULL`];
  if (!isOwn) {
    conditions.push(
      includeRented
        ? Prisma.sql`item."status" IN ('AVAILABLE', 'RENTED')`
        : Prisma.sql`item."status" = 'AVAILABLE'`,
    );
  }
  if (section) conditions.push(Prisma.sql`item."section" = ${section}::"Section"`);
  if (category) {
    conditions.push(Prisma.sql`item."categoryId" = (SELECT "id" FROM "Category" WHERE "slug" = ${category})`);
  }
  if (region?.length === 5) conditions.push(Prisma.sql`item."regionCode" = ${region}`);
  if (region?.length === 2) conditions.push(Prisma.sql`item."regionCode" LIKE ${`${region}%`}`);
  if (authorId) conditions.push(Prisma.sql`item."authorId" = ${authorId}::uuid`);
  if (after) {
    conditions.push(Prisma.sql`(item."listedAt", item."id") < (${after.at}::timestamptz, ${after.id}::uuid)`);
  }
  if (terms) {
    conditions.push(
      Prisma.sql`item."searchVector" @@ ${terms.tsquery}::tsquery`,
      Prisma.sql`item."title" || ' ' || item."body" ILIKE ALL (${terms.patterns}::text[])`,
    );
  }
  return conditions;
}

function readCursor(text: string | undefined): TimeCursor | null {
  if (text === undefined) return null;
  const cursor = decodeCursor(text);
  if (!cursor) throw invalidField('cursor', 'invalid');
  return cursor;
}
