// `npm run build`: what `npm start` does when the sources changed, on its own.
import { spawnSync } from 'node:child_process';
import { prepare } from './prepare.mjs';

prepare();
const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/start/build.ts'], {
  stdio: 'inherit',
});
process.exit(status ?? 1);
