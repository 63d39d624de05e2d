import { createBatcher } from '@/lib/core/batcher';
import type { Db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { queryPrepared } from '@/lib/db/query-prepared';
import { REVIEW_PAGE } from '@/lib/features/reviews/limits';
import type { VisitorPage } from './page-of';

/** What a page was made from: it holds while nothing with one of these tags has been committed since. */
export interface Basis {
  /** PostgreSQL's snapshot, taken before the page was made */
  snapshot: string;
  tags: string[];
}

/** Every page shows categories and districts; members are those whose names an item's page shows. */
export async function takeBasis(db: Db, { itemId }: VisitorPage): Promise<Basis> {
  const [row] = await queryPrepared<{ snapshot: string; members: string[] | null }>(
    db,
    Prisma.sql`SELECT pg_current_snapshot()::text AS "snapshot", (
      SELECT array_agg("id"::text) FROM (
        SELECT "authorId" AS "id" FROM "Item" WHERE "id" = ${itemId}::uuid
        UNION SELECT "reviewerId" FROM (
          SELECT "reviewerId" FROM "Review" WHERE "itemId" = ${itemId}::uuid
          ORDER BY "createdAt" DESC, "id" DESC LIMIT ${Prisma.raw(String(REVIEW_PAGE))}
        ) AS review
      ) AS shown) AS "members"`,
  );
  if (!row) throw new Error('A SELECT without FROM gave no row.');
  const own = itemId ? [`item:${itemId}`, ...(row.members ?? []).map((id) => `member:${id}`)] : ['items'];
  return { snapshot: row.snapshot, tags: ['catalogue', ...own] };
}

const MOST_AT_ONCE = 500;

const texts = new WeakMap<Basis, string>();

/** The members of its JSON; made once, since the same pages are asked for over and over. */
function textOf(basis: Basis): string {
  const known = texts.get(basis);
  if (known) return known;
  const text = JSON.stringify(basis).slice(1, -1);
  texts.set(basis, text);
  return text;
}

/**
 * Asks whether pages still hold. The statement begins after the call, so whatever was answered before a visitor asked
 * is seen, whichever process wrote it; all calls of one moment share it.
 */
export function createHoldCheck(db: Db): (basis: Basis) => Promise<boolean> {
  return createBatcher(async (bases: readonly Basis[]) => {
    const unique = [...new Set(bases)];
    const given = `[${unique.map((basis, index) => `{"index":${index},${textOf(basis)}}`).join()}]`;
    const changed = await queryPrepared<{ index: number }>(
      db,
      Prisma.sql`SELECT given."index"
        FROM json_to_recordset(${given}::json) AS given("index" int, "snapshot" pg_snapshot, "tags" text[])
        WHERE EXISTS (SELECT 1 FROM "PageChange" change
          WHERE change."tag" = ANY (given."tags") AND change."transaction" >= pg_snapshot_xmin(given."snapshot")
            AND NOT pg_visible_in_snapshot(change."transaction", given."snapshot"))`,
    );
    const gone = new Set(changed.map(({ index }) => unique[index]));
    return bases.map((basis) => !gone.has(basis));
  }, MOST_AT_ONCE);
}
