import type { Db } from '@/lib/db/client';

/** A pair of letters that at least this share of all items has is common. */
const COMMON_SHARE = 0.01;
const KEPT_MS = 10 * 60_000;

const known = new WeakMap<Db, { lexemes: Promise<ReadonlySet<string>>; until: number }>();

/**
 * The lexemes of the search index that many items have, from PostgreSQL's own statistics of the column (its most common
 * elements), read every ten minutes. Empty until the table was analysed.
 */
export function commonLexemes(db: Db, now: Date): Promise<ReadonlySet<string>> {
  const kept = known.get(db);
  if (kept && kept.until > now.getTime()) return kept.lexemes;
  const lexemes = read(db);
  known.set(db, { lexemes, until: now.getTime() + KEPT_MS });
  lexemes.catch(() => known.delete(db));
  return lexemes;
}

async function read(db: Db): Promise<ReadonlySet<string>> {
  const rows = await db.$queryRaw<{ lexeme: string }[]>`
    SELECT common."lexeme" FROM pg_stats stats,
      unnest(stats.most_common_elems::text::text[], stats.most_common_elem_freqs) AS common("lexeme", "share")
    WHERE stats.schemaname = current_schema() AND stats.tablename = 'Item' AND stats.attname = 'searchVector'
      AND common."lexeme" IS NOT NULL AND common."share" >= ${COMMON_SHARE}`;
  return new Set(rows.map(({ lexeme }) => lexeme));
}
