import { serverEnv } from '@/lib/env/server-env';
import { createObjectStorage, type ObjectStorage } from '@/lib/storage/object-storage';

const KEY = Symbol.for('egodaeyeo.storage');
const shared = globalThis as typeof globalThis & { [KEY]?: ObjectStorage };

/** The one object storage client of this process. */
export function getStorage(): ObjectStorage {
  shared[KEY] ??= connectStorage();
  return shared[KEY];
}

function connectStorage(): ObjectStorage {
  const env = serverEnv();
  return createObjectStorage({
    endpoint: env.S3_ENDPOINT,
    region: env.S3_REGION,
    bucket: env.S3_BUCKET,
    accessKeyId: env.S3_ACCESS_KEY_ID,
    secretAccessKey: env.S3_SECRET_ACCESS_KEY,
    publicUrl: env.S3_PUBLIC_URL,
  });
}
