// `node scripts/prepared.mjs PROGRAM …`: a program in TypeScript, on a fresh checkout too. It imports nothing that is installed.
import { handOver } from './hand-over.mjs';
import { prepare } from './prepare.mjs';

prepare();
handOver(['--import', 'tsx', ...process.argv.slice(2)]);
