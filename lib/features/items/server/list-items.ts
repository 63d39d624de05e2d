import { blockedIdsOf, memberIdOf } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { invalidField } from '@/lib/core/errors';
import { decodeCursor, type Page, type TimeCursor, toPage } from '@/lib/core/page';
import { parseInput } from '@/lib/core/parse';
import { Prisma } from '@/lib/db/generated/client';
import { queryPrepared } from '@/lib/db/query-prepared';
import { type ListItemsInput, listItemsSchema, SECTIONS, type Section } from '@/lib/features/items/schemas';
import {
  isCommonSearch,
  parseSearch,
  type SearchTerms,
  toIndexQuery,
} from '@/lib/features/items/search-terms';
import type { ItemCardView } from '@/lib/features/items/views';
import { commonLexemes } from './common-lexemes';
import { cardColumns, type ItemCardRow, notBy, toItemCard } from './item-card';

type Filters = ReturnType<typeof listItemsSchema.parse>;

/**
 * Items newest first, in one statement. Available ones only, unless `includeRented`; closed
 * ones only in the author's own list (`authorId` = who asks), which has every status.
 *
 * @throws INVALID by field, also for a cursor that no page gave
 */
export async function listItems(ctx: ServiceContext, input: ListItemsInput): Promise<Page<ItemCardView>> {
  const filters = parseInput(listItemsSchema, input);
  const after = readCursor(filters.cursor);
  const { terms, isBlank } = parseSearch(filters.q ?? '');
  if (!terms && !isBlank) return { data: [], nextCursor: null };
  const isOwn = filters.authorId !== undefined && filters.authorId === memberIdOf(ctx.actor);
  const without = blockedIdsOf(ctx.actor);
  const rows = await findRows(ctx, { filters, after, terms, isOwn, without });
  const page = toPage(rows, filters.limit, (row) => ({ at: row.listedAt, id: row.id }));
  return { ...page, data: page.data.map((row) => toItemCard(ctx, row)) };
}

interface ListQuery {
  filters: Filters;
  after: TimeCursor | null;
  terms: SearchTerms | null;
  isOwn: boolean;
  /** authors whose items are left out */
  without: readonly string[];
}

/**
 * A search for what many items have is met soon on the way down the list; for what few have, the index of words finds
 * them all at once. Where the way down would be too long, the index has the last word, in the same statement.
 */
async function findRows(ctx: ServiceContext, query: ListQuery): Promise<ItemCardRow[]> {
  const { terms, filters } = query;
  // Not a parameter: the plan depends on it.
  const take = Prisma.raw(String(filters.limit + 1));
  if (!terms) return queryPrepared(ctx.db, cardsOf(idsOf(query, inOrder, sectionsToAsk(query), take), take));
  const common = await commonLexemes(ctx.db, ctx.now());
  const indexQuery = toIndexQuery(terms.lexemes, common);
  const lookedUp = idsOf(query, lookUp(terms, indexQuery), [filters.section ?? null], take);
  if (!isCommonSearch(terms.lexemes, common)) return queryPrepared(ctx.db, cardsOf(lookedUp, take));
  const walked = idsOf(query, walk(terms), sectionsToAsk(query), take);
  const isFull = Prisma.sql`(SELECT count(*) FROM walked) = ${take}`;
  return queryPrepared(
    ctx.db,
    Prisma.sql`WITH walked AS MATERIALIZED (
        SELECT item."id", item."listedAt" FROM (${walked}) item ${ORDER} LIMIT ${take}
      )
      ${cardsOf(
        Prisma.sql`SELECT "id", "listedAt" FROM walked WHERE ${isFull}
          UNION ALL SELECT "id", "listedAt" FROM (${lookedUp}) looked WHERE NOT ${isFull}`,
        take,
      )}`,
  );
}

/** Makes the branch of one section: ids of one page that fulfil the conditions, newest first. */
type Branch = (conditions: Prisma.Sql, take: Prisma.Sql) => Prisma.Sql;

const ORDER = Prisma.sql`ORDER BY item."listedAt" DESC, item."id" DESC`;

const inOrder: Branch = (conditions, take) =>
  Prisma.sql`SELECT item."id", item."listedAt" FROM "Item" item WHERE ${conditions} ${ORDER} LIMIT ${take}`;

const lookUp =
  (terms: SearchTerms, indexQuery: string): Branch =>
  (conditions, take) =>
    inOrder(
      Prisma.sql`${conditions} AND item."searchVector" @@ ${indexQuery}::tsquery AND ${contains(terms)}`,
      take,
    );

/** How far down each section a search goes before it asks the index of words. */
const LONGEST_WALK = Prisma.raw('3000');

const walk =
  (terms: SearchTerms): Branch =>
  (conditions, take) =>
    Prisma.sql`SELECT item."id", item."listedAt" FROM (
        SELECT item."id", item."listedAt", item."title", item."body" FROM "Item" item
        WHERE ${conditions} ${ORDER} LIMIT ${LONGEST_WALK}
      ) item WHERE ${contains(terms)} ${ORDER} LIMIT ${take}`;

/** What a search is; the index of words only finds it sooner. */
function contains({ patterns }: SearchTerms): Prisma.Sql {
  return Prisma.sql`item."title" || ' ' || item."body" ILIKE ALL (${patterns}::text[])`;
}

/** Ids of a page, from indexes alone, of all sections that are asked. */
function idsOf(
  query: ListQuery,
  branch: Branch,
  sections: readonly (Section | null)[],
  take: Prisma.Sql,
): Prisma.Sql {
  const branches = sections.map(
    (section) => Prisma.sql`(${branch(Prisma.join(conditionsOf(query, section), ' AND '), take)})`,
  );
  return Prisma.join(branches, ' UNION ALL ');
}

/** Only the rows of one page are read whole. OFFSET 0 keeps the planner from joining with all districts at once. */
function cardsOf(ids: Prisma.Sql, take: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT ${cardColumns}
    FROM (${ids}) found
    JOIN "Item" item ON item."id" = found."id"
    CROSS JOIN LATERAL (SELECT * FROM "Region" WHERE "code" = item."regionCode" OFFSET 0) region
    ORDER BY found."listedAt" DESC, found."id" DESC LIMIT ${take}`;
}

/** The indexes that serve the order begin with the section, so a list of both is two, merged; an author's is one. */
function sectionsToAsk({ filters }: ListQuery): readonly (Section | null)[] {
  if (filters.section) return [filters.section];
  return filters.authorId ? [null] : SECTIONS;
}

/** The first conditions stand word for word in the partial indexes of the migrations. */
function conditionsOf({ filters, after, isOwn, without }: ListQuery, section: Section | null): Prisma.Sql[] {
  const { category, region, authorId, includeRented } = filters;
  const conditions = [Prisma.sql`item."deletedAt" IS NULL AND item."hiddenAt" IS NULL`];
  if (!isOwn) {
    conditions.push(
      includeRented
        ? Prisma.sql`item."status" IN ('AVAILABLE', 'RENTED')`
        : Prisma.sql`item."status" = 'AVAILABLE'`,
    );
  }
  if (section) conditions.push(Prisma.sql`item."section" = ${Prisma.raw(`'${section}'`)}::"Section"`);
  if (category) {
    conditions.push(Prisma.sql`item."categoryId" = (SELECT "id" FROM "Category" WHERE "slug" = ${category})`);
  }
  if (region?.length === 5) conditions.push(Prisma.sql`item."regionCode" = ${region}`);
  if (region?.length === 2) conditions.push(Prisma.sql`left(item."regionCode", 2) = ${region}`);
  if (authorId) conditions.push(Prisma.sql`item."authorId" = ${authorId}::uuid`);
  conditions.push(...notBy(without));
  if (after) {
    conditions.push(Prisma.sql`(item."listedAt", item."id") < (${after.at}::timestamptz, ${after.id}::uuid)`);
  }
  return conditions;
}

function readCursor(text: string | undefined): TimeCursor | null {
  if (text === undefined) return null;
  const cursor = decodeCursor(text);
  if (!cursor) throw invalidField('cursor', 'invalid');
  return cursor;
}
