// `npm start` (and, with --dev, `npm run dev`): needs nothing but Node, so it may import nothing that is installed.
import { spawn } from 'node:child_process';
import { bundleOf } from './bundle.mjs';
import { prepare } from './prepare.mjs';

prepare();

const args = [await bundleOf('scripts/start/run.ts'), ...process.argv.slice(2)];
const child = spawn(process.execPath, args, { stdio: 'inherit' });
// Ctrl-C in a terminal reaches the child by itself; a signal sent to this process alone is handed on.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => forward(signal));
child.on('exit', (code) => process.exit(code ?? 1));

function forward(signal) {
  if (signal === 'SIGINT' && process.stdin.isTTY) return;
  child.kill(signal);
}
