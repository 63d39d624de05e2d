import { setTimeout as sleep } from 'node:timers/promises';
import type { ClientBase } from 'pg';
import { MIGRATIONS_TABLE } from './tables';

/**
 * Makes sure that a database may become that of a backup: nobody else is connected, and it is empty, or this product's
 * without members, or may be replaced.
 *
 * @throws Error with one sentence that says what to do
 */
export async function requireRoom(client: ClientBase, replace: boolean): Promise<void> {
  await requireAlone(client);
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS "name" FROM pg_class
      WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p')`,
  );
  const names = rows.map(({ name }) => name);
  if (names.length === 0) return;
  if (!names.includes(MIGRATIONS_TABLE)) {
    throw new Error('The database holds tables of another program. Restore into an empty one.');
  }
  if (replace || !names.includes('User')) return;
  const { rows: members } = await client.query('SELECT 1 FROM "User" LIMIT 1');
  if (members.length === 0) return;
  throw new Error('The database has members. Restore into an empty one, or add --replace to give them up.');
}

/** How long a connection that has just been closed may still be listed. */
const PATIENCE_MS = 2_000;

/** A process of the product that goes on would answer from the rows it knew. */
async function requireAlone(client: ClientBase) {
  const deadline = Date.now() + PATIENCE_MS;
  let others = await countOthers(client);
  while (others > 0 && Date.now() < deadline) {
    await sleep(50);
    others = await countOthers(client);
  }
  if (others === 0) return;
  throw new Error(
    `The database is in use (${others} other connection${others === 1 ? '' : 's'}). Stop every process of the product first.`,
  );
}

async function countOthers(client: ClientBase): Promise<number> {
  await client.query('SELECT pg_stat_clear_snapshot()');
  const { rows } = await client.query<{ count: number }>(
    `SELECT count(*)::int AS "count" FROM pg_stat_activity
      WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()`,
  );
  return rows[0]?.count ?? 0;
}
