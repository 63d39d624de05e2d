import { randomUUID } from 'node:crypto';
import { Client, type ClientBase } from 'pg';
import { readKnownMigrations } from './known-migrations';
import { loadTables } from './load-tables';
import type { Manifest } from './manifest';
import { requireRoom } from './require-room';
import { MIGRATIONS_TABLE, quote } from './tables';

export interface RestoreTarget {
  databaseUrl: string;
  /** of this version of the program */
  migrationsDir: string;
  /** whether a database with members may go */
  replace: boolean;
}

/**
 * Makes schema and rows of a backup in one transaction, so that an end in the middle changes nothing. Migrations that
 * came after the backup are the caller's.
 *
 * @throws Error with one sentence when there is no room for it (require-room.ts) or the backup does not fit
 */
export async function restoreDatabase(
  { databaseUrl, migrationsDir, replace }: RestoreTarget,
  manifest: Manifest,
  folder: string,
): Promise<void> {
  const migrations = await readKnownMigrations(manifest, migrationsDir);
  await withClient(databaseUrl, async (client) => {
    await client.query('BEGIN');
    await client.query(
      `SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0;
        SET LOCAL lock_timeout = '10s'; SET LOCAL timezone = 'UTC'; SET LOCAL datestyle = 'ISO'`,
    );
    await requireRoom(client, replace);
    await makeSchema(client, migrations);
    await loadTables(client, manifest, folder);
    await releaseGone(client, manifest);
    await client.query('COMMIT');
    await client.query('ANALYZE');
  });
}

/** Does `work` on a connection of its own; what it has begun and not committed is undone. */
export async function withClient<T>(
  databaseUrl: string,
  work: (client: ClientBase) => Promise<T>,
): Promise<T> {
  const client = new Client({ connectionString: databaseUrl, application_name: 'egodaeyeo-restore' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function makeSchema(client: ClientBase, migrations: { name: string; checksum: string; sql: string }[]) {
  const { rows } = await client.query<{ schema: string }>('SELECT current_schema() AS "schema"');
  const schema = quote(rows[0]?.schema ?? 'public');
  await client.query(`DROP SCHEMA ${schema} CASCADE`);
  await client.query(`CREATE SCHEMA ${schema}`);
  await client.query(MIGRATIONS_SQL);
  for (const { name, checksum, sql } of migrations) {
    await client.query(sql);
    await client.query(
      `INSERT INTO ${quote(MIGRATIONS_TABLE)} (id, checksum, migration_name, finished_at, applied_steps_count)
        VALUES ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
  }
}

/** As Prisma's engine makes it, which reads it from here on. */
const MIGRATIONS_SQL = `CREATE TABLE ${quote(MIGRATIONS_TABLE)} (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

/** Pictures without files cannot be taken by an item any more; the job removes their rows. */
async function releaseGone(client: ClientBase, { goneImages }: Manifest) {
  await client.query(
    `UPDATE "Image" SET "releasedAt" = "createdAt" WHERE "id" = ANY($1::uuid[]) AND "releasedAt" IS NULL`,
    [goneImages],
  );
}
