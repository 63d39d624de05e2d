// `npm run admin -- grant EMAIL`, `revoke EMAIL`, `sign-out EMAIL`, `two-step-off EMAIL`, `list` (scripts/admin.ts does it).
import { spawnSync } from 'node:child_process';
import { prepare } from './prepare.mjs';

prepare();
const { status } = spawnSync(
  process.execPath,
  ['--import', 'tsx', 'scripts/admin.ts', ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
process.exit(status ?? 1);
