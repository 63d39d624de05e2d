// `npm run migrate`: brings the database of DATABASE_URL up to date, as a step of its own before new processes start.
import { connectDb } from '@/lib/db/client';
import { migrate } from '@/lib/db/migrate';
import { loadReference } from '@/prisma/seed/reference/load';

const PATIENCE_MS = 120_000;

async function main() {
  const databaseUrl = process.env.DATABASE_URL;
  if (!databaseUrl) throw new Error('DATABASE_URL is not set: it names the database to bring up to date.');
  setTimeout(() => fail(`The database did not answer in ${PATIENCE_MS / 1_000} s.`), PATIENCE_MS).unref();
  const applied = await migrate(databaseUrl, 'prisma/migrations');
  const db = connectDb(databaseUrl, 1);
  await loadReference(db);
  await db.$disconnect();
  console.log(applied.length > 0 ? `Applied: ${applied.join(', ')}` : 'Nothing new to apply.');
}

function fail(sentence: string) {
  console.error(sentence);
  process.exit(1);
}

// A timer of the engine would hold the process for 10 s more.
main()
  .then(() => process.exit())
  .catch((error) => fail(error instanceof Error ? error.message : String(error)));
