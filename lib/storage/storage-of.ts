import type { ServerEnv } from '@/lib/env/server-env';
import { createObjectStorage, type ObjectStorage } from './object-storage';

/** The storage client that an environment describes. The caller closes it. */
export function storageOf(env: ServerEnv): ObjectStorage {
  return createObjectStorage({
    endpoint: env.S3_ENDPOINT,
    region: env.S3_REGION,
    bucket: env.S3_BUCKET,
    accessKeyId: env.S3_ACCESS_KEY_ID,
    secretAccessKey: env.S3_SECRET_ACCESS_KEY,
    publicUrl: env.S3_PUBLIC_URL,
  });
}
