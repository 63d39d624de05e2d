import { type Db, poolOf, statementName } from './client';
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
    const { rows } = await poolOf(db).query<T>({ ...nameOf(text), text, values });
    return rows;
  } catch (error) {
    throw withCode(error);
  }
}

/** pg gives a lost or refused connection no SQLSTATE of its own; 08006 is the one for it (connection_failure). */
function withCode(error: unknown): unknown {
  const isBare = error instanceof Error && !('code' in error && error.code);
  const isLost =
    isBare && /timeout exceeded when trying to connect|connection terminated/i.test(error.message);
  return isLost ? Object.assign(error, { code: '08006' }) : error;
}

function nameOf(text: string): { name: string } | object {
  const known = names.get(text);
  if (known) return { name: known };
  if (names.size >= MOST_PREPARED) return {};
  const name = statementName(text);
  names.set(text, name);
  return { name };
}
