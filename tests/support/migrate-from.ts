import { migrate } from '@/lib/db/migrate';

/** Run as a process of its own (jest cannot load the engine): prints what was applied, or the error, as JSON. */
const [databaseUrl = '', folder = ''] = process.argv.slice(2);
console.log(
  JSON.stringify(
    await migrate(databaseUrl, folder).then(
      (applied) => ({ applied }),
      (error: Error) => ({ error: error.message }),
    ),
  ),
);
// A timer of the engine would hold the process for 10 s more.
process.exit();
