import { readFile } from 'node:fs/promises';
import { diffFromEmpty } from '@/lib/db/schema-engine';

/** Run as a process of its own (jest cannot load the engine): prints what schema.prisma alone would make. */
console.log(await diffFromEmpty(process.argv[2] ?? '', await readFile('prisma/schema.prisma', 'utf8')));
// A timer of the engine would hold the process for 10 s more.
process.exit();
