import { inSpan } from '@/lib/core/tracer';
import { type Db, poolOf, statementName } from './client';
import { CONNECTION_FAILURE, isConnectionLost } from './errors';
import type { Prisma } from './generated/client';

/** A text that is made of parts differs by them; no more of them than this are kept prepared on a connection. */
const MOST_PREPARED = 200;
const names = new Map<string, string>();

/**
 * Runs a prepared statement, past the ORM: for the few statements that it was measured to slow down
 * (docs/PERFORMANCE.md). PostgreSQL plans such a statement once for a connection, so `sql` must have one good plan for
 * all its values.
 *
 * @returns rows as pg gives them: Date for times, string for bigint, objects for JSON
 * @throws what the driver throws
 */
export async function queryPrepared<T extends object>(db: Db, sql: Prisma.Sql): Promise<T[]> {
  const { text, values } = sql;
  try {
    const named = nameOf(text);
    const { rows } = await inSpan('statement', named, () => poolOf(db).query<T>({ ...named, text, values }));
    return rows;
  } catch (error) {
    throw isConnectionLost(error) ? Object.assign(error, { code: CONNECTION_FAILURE }) : error;
  }
}

function nameOf(text: string): { name?: string } {
  const known = names.get(text);
  if (known) return { name: known };
  if (names.size >= MOST_PREPARED) return {};
  const name = statementName(text);
  names.set(text, name);
  return { name };
}
