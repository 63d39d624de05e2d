import { mkdir, readdir } from 'node:fs/promises';
import { Client, type ClientBase } from 'pg';
import { holdBackupLock } from '@/lib/db/backup-lock';
import type { ObjectStorage } from '@/lib/storage/object-storage';
import { copyObjects } from './copy-objects';
import { dumpTables } from './dump-tables';
import { type Manifest, writeManifest } from './manifest';
import { listSequences, MIGRATIONS_TABLE, quote } from './tables';

export interface BackupSource {
  databaseUrl: string;
  storage: Pick<ObjectStorage, 'read'>;
}

/**
 * Copies database and objects as of one moment into a folder, while the product runs. The rows are one snapshot; the
 * objects that they name never change, and the job that removes objects waits for the end (docs/BACKUP.md).
 *
 * @param folder new or empty; only its owner may read it
 * @throws Error with one sentence: the folder holds something, a part is away, a picture's file is missing, or another
 *   backup runs. The folder is no backup then: its manifest is missing
 */
export async function createBackup(
  { databaseUrl, storage }: BackupSource,
  folder: string,
): Promise<Manifest> {
  await makeEmptyFolder(folder);
  const client = new Client({ connectionString: databaseUrl, application_name: 'egodaeyeo-backup' });
  // A connection that is lost fails the query under way; without a listener it would end the process first.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await beginSnapshot(client);
    await holdBackupLock(client);
    const content = { ...(await describe(client)), tables: await dumpTables(client, folder) };
    const objects = await copyObjects(client, storage, folder);
    // Still connected: the snapshot and the lock have lasted to here.
    await client.query('COMMIT');
    return await writeManifest(folder, { ...content, ...objects });
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function makeEmptyFolder(folder: string) {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const entries = await readdir(folder);
  if (entries.length > 0) throw new Error(`${folder} is not empty. Name a new folder for the backup.`);
}

async function beginSnapshot(client: ClientBase) {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  await client.query(
    `SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0;
      SET LOCAL lock_timeout = '10s'; SET LOCAL timezone = 'UTC'; SET LOCAL datestyle = 'ISO';
      SET LOCAL intervalstyle = 'postgres'; SET LOCAL extra_float_digits = 1`,
  );
}

async function describe(client: ClientBase): Promise<Pick<Manifest, 'takenAt' | 'migrations' | 'sequences'>> {
  const { rows: moments } = await client.query<{ now: Date }>('SELECT now() AS "now"');
  const { rows: migrations } = await client.query<{ name: string; checksum: string }>(
    `SELECT migration_name AS "name", checksum FROM ${quote(MIGRATIONS_TABLE)}
      WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name COLLATE "C"`,
  );
  const takenAt = moments[0]?.now.toISOString() ?? '';
  return { takenAt, migrations, sequences: await listSequences(client) };
}
