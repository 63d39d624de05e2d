// `npm start` (and, with --dev, `npm run dev`): needs nothing but Node, so it may import nothing that is installed.
import { bundleOf } from './bundle.mjs';
import { handOver } from './hand-over.mjs';
import { prepare } from './prepare.mjs';

prepare();
handOver([await bundleOf('scripts/start/run.ts'), ...process.argv.slice(2)]);
