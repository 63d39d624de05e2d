import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256Of } from './hash-file';
import type { Manifest } from './manifest';

/**
 * The SQL of the migrations that a backup's database had, in their order.
 *
 * @throws Error with one sentence for a migration that this version does not have or has otherwise
 */
export async function readKnownMigrations(
  manifest: Manifest,
  migrationsDir: string,
): Promise<{ name: string; checksum: string; sql: string }[]> {
  const known = [];
  for (const migration of manifest.migrations) {
    const sql = await readFile(join(migrationsDir, migration.name, 'migration.sql'), 'utf8').catch(
      () => null,
    );
    if (sql === null || sha256Of(sql) !== migration.checksum) {
      throw new Error(
        `The backup has the migration ${migration.name}, which this version of the program does not know. Restore with the version that wrote it, or a later one.`,
      );
    }
    known.push({ ...migration, sql });
  }
  return known;
}
