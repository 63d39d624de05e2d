import { connectDb } from '@/lib/db/client';
import { parseServerEnv } from '@/lib/env/server-env';
import { storageOf } from '@/lib/storage/storage-of';
import { loadDemo } from '@/prisma/seed/demo/load';

/**
 * Draws and stores the demo data, as a process of its own: drawing takes hundreds of megabytes, which the process that
 * stays would keep.
 */
async function main() {
  const env = parseServerEnv(process.env);
  const storage = storageOf(env);
  const db = connectDb(env.DATABASE_URL, 2);
  await loadDemo({ db, storage, now: new Date() });
  await db.$disconnect();
  storage.close();
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
