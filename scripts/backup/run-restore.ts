// `npm run restore -- FOLDER [--replace]` (docs/BACKUP.md).
import { resolve } from 'node:path';
import { restoreBackup } from '@/lib/backup/restore-backup';
import { verifyBackup } from '@/lib/backup/verify-backup';
import { migrate } from '@/lib/db/migrate';
import { reachParts } from './reach-parts';
import { readFolder, sayAndEnd } from './read-arguments';

const USAGE = 'Usage: npm run restore -- FOLDER [--replace]';
const MIGRATIONS = 'prisma/migrations';

async function main(): Promise<string> {
  const { folder, flags } = readFolder(process.argv.slice(2), ['--replace'], USAGE);
  if (folder === null) throw new Error(USAGE);
  // Before parts are started: a damaged backup shall not even make a data folder.
  await verifyBackup(folder);
  const parts = await reachParts(process.env, resolve(process.env.DATA_DIR || '.data'), false);
  try {
    const options = { migrationsDir: MIGRATIONS, replace: flags.has('--replace') };
    const manifest = await restoreBackup({ ...parts, ...options }, folder);
    const applied = await migrate(parts.databaseUrl, MIGRATIONS);
    const later = applied.length > 0 ? ` Migrations that came later: ${applied.join(', ')}.` : '';
    return `Restored the state of ${manifest.takenAt} with ${manifest.objects.count} objects.${later}`;
  } finally {
    await parts.close();
  }
}

sayAndEnd(main());
