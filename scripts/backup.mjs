// `npm run backup` (scripts/backup/run-backup.ts does it).
import { spawnSync } from 'node:child_process';
import { prepare } from './prepare.mjs';

prepare();
const { status } = spawnSync(
  process.execPath,
  ['--import', 'tsx', 'scripts/backup/run-backup.ts', ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
process.exit(status ?? 1);
