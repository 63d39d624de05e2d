// `npm run licences`: writes docs/LICENCES.md, the licence of every locked package, from package-lock.json alone.
import { writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { licencePage } from './supply-chain/licence-page.mjs';

process.chdir(dirname(import.meta.dirname));
writeFileSync('docs/LICENCES.md', licencePage());
