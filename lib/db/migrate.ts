import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';

/**
 * Applies the migration folders that the database has not had yet, with Prisma's own engine, so that
 * `prisma migrate deploy` elsewhere agrees with the result. Where it has had all of them, the engine is not even loaded.
 *
 * @returns names of the migrations applied now
 * @throws Error when a migration fails or was edited after it had been applied
 */
export async function migrate(databaseUrl: string, migrationsDir: string): Promise<string[]> {
  const migrationsList = await readMigrations(migrationsDir);
  if (await hasHad(databaseUrl, migrationsList)) return [];
  const { NO_FILTER, withEngine } = await import('./schema-engine');
  return withEngine(databaseUrl, async (engine) => {
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: NO_FILTER });
    return appliedMigrationNames;
  });
}

type Migrations = Awaited<ReturnType<typeof readMigrations>>;

/** Whether a database has had just these, whole and unedited. Of anything else the engine knows what it means. */
async function hasHad(connectionString: string, { migrationDirectories }: Migrations): Promise<boolean> {
  const client = new Client({ connectionString });
  try {
    await client.connect();
    const { rows } = await client.query(HISTORY);
    const had = new Map(rows.map(({ migration_name, checksum }) => [migration_name, checksum]));
    const isHad = ({ path, migrationFile: { content } }: (typeof migrationDirectories)[number]) =>
      had.get(path) === createHash('sha256').update(content.value).digest('hex');
    return rows.length === migrationDirectories.length && migrationDirectories.every(isHad);
  } catch {
    // A new database, or none: the engine says which.
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** What was begun and not ended has no checksum to be equal to. */
const HISTORY = `SELECT migration_name,
    CASE WHEN finished_at IS NOT NULL AND rolled_back_at IS NULL THEN checksum END AS checksum
  FROM "_prisma_migrations"`;

async function readMigrations(baseDir: string) {
  const folders = (await readdir(baseDir, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const names = folders.map((entry) => entry.name).sort();
  const migrationDirectories = await Promise.all(
    names.map(async (path) => ({
      path,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok' as const, value: await readFile(join(baseDir, path, 'migration.sql'), 'utf8') },
      },
    })),
  );
  return {
    baseDir,
    lockfile: {
      path: 'migration_lock.toml',
      content: await readFile(join(baseDir, 'migration_lock.toml'), 'utf8'),
    },
    shadowDbInitScript: '',
    migrationDirectories,
  };
}
