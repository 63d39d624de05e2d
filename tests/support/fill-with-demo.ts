import { connectDb } from '@/lib/db/client';
import { parseServerEnv } from '@/lib/env/server-env';
import { storageOf } from '@/lib/storage/storage-of';
import { loadDemo } from '@/prisma/seed/demo/load';
import { plainPictures } from '@/tests/factories/plain-pictures';

/** The demo data, with plain pictures, for a product of the environment: its people, items and rooms are what is wanted. */
async function main() {
  const env = parseServerEnv(process.env);
  const storage = storageOf(env);
  const db = connectDb(env.DATABASE_URL, 2);
  await loadDemo({ db, storage, now: new Date(), render: plainPictures() });
  await db.$disconnect();
  storage.close();
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
