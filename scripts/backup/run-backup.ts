// `npm run backup [-- FOLDER]`, `npm run backup -- --verify FOLDER` (docs/BACKUP.md).
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createBackup } from '@/lib/backup/create-backup';
import type { Manifest } from '@/lib/backup/manifest';
import { verifyBackup } from '@/lib/backup/verify-backup';
import { reachParts } from './reach-parts';
import { readFolder, sayAndEnd } from './read-arguments';

const USAGE = 'Usage: npm run backup [-- FOLDER], or npm run backup -- --verify FOLDER';

async function main(): Promise<string> {
  const { folder, flags } = readFolder(process.argv.slice(2), ['--verify'], USAGE);
  if (flags.has('--verify')) {
    if (folder === null) throw new Error(USAGE);
    return `${folder} is whole: ${describe(await verifyBackup(folder))}.`;
  }
  const target = folder ?? resolve('backups', new Date().toISOString().replaceAll(':', '-').slice(0, 19));
  const dataDir = resolve(process.env.DATA_DIR || '.data');
  if (!process.env.DATABASE_URL) await requireDatabase(dataDir);
  const parts = await reachParts(process.env, dataDir, true);
  try {
    const manifest = await createBackup(parts, target);
    return `Backed up to ${target}: ${describe(manifest)}. It holds personal data: keep it where only you can read.`;
  } finally {
    await parts.close();
  }
}

async function requireDatabase(dataDir: string) {
  if (await stat(join(dataDir, 'postgres', 'PG_VERSION')).catch(() => null)) return;
  throw new Error('There is no database yet. Run npm start once, or set DATABASE_URL.');
}

function describe({ tables, objects, takenAt }: Manifest): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return `${rows} rows of ${tables.length} tables and ${objects.count} objects, as of ${takenAt}`;
}

sayAndEnd(main());
