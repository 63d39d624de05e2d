import { connectDb } from '@/lib/db/client';
import { parseServerEnv } from '@/lib/env/server-env';
import { createObjectStorage } from '@/lib/storage/object-storage';
import { loadDemo } from '@/prisma/seed/demo/load';

/**
 * Draws and stores the demo data, as a process of its own: drawing takes hundreds of megabytes, which the process that
 * stays would keep.
 */
async function main() {
  const env = parseServerEnv(process.env);
  const storage = createObjectStorage({
    endpoint: env.S3_ENDPOINT,
    region: env.S3_REGION,
    bucket: env.S3_BUCKET,
    accessKeyId: env.S3_ACCESS_KEY_ID,
    secretAccessKey: env.S3_SECRET_ACCESS_KEY,
    publicUrl: env.S3_PUBLIC_URL,
  });
  const db = connectDb(env.DATABASE_URL, 2);
  await loadDemo({ db, storage, now: new Date() });
  await db.$disconnect();
  storage.close();
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
