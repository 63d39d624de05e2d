import type { ObjectStorage } from '@/lib/storage/object-storage';
import { readKnownMigrations } from './known-migrations';
import type { Manifest } from './manifest';
import { requireRoom } from './require-room';
import { type RestoreTarget, restoreDatabase, withClient } from './restore-database';
import { restoreObjects } from './restore-objects';
import { verifyBackup } from './verify-backup';

/**
 * Puts a backup back. Everything is checked before anything is touched. Objects come first: cut off there, the store
 * has files that nothing refers to and the next try writes again; the rows come with one commit.
 *
 * @returns what the backup held; its schema may be older than this version's
 * @throws Error with one sentence when the backup is damaged or of a later version, or there is no room for it
 */
export async function restoreBackup(
  { storage, ...target }: RestoreTarget & { storage: Pick<ObjectStorage, 'read' | 'write' | 'ensureBucket'> },
  folder: string,
): Promise<Manifest> {
  const manifest = await verifyBackup(folder);
  await readKnownMigrations(manifest, target.migrationsDir);
  await withClient(target.databaseUrl, (client) => requireRoom(client, target.replace));
  await storage.ensureBucket();
  await restoreObjects(storage, folder);
  await restoreDatabase(target, manifest, folder);
  return manifest;
}
