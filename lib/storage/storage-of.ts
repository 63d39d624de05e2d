import type { ServerEnv } from '@/lib/env/server-env';
import type { ObjectStorage } from './object-storage';
import { joinUrl } from './public-url';

/**
 * The storage client that an environment describes. The caller closes it. The SDK is loaded with its first use: most
 * pages and every start do without.
 */
export function storageOf(env: ServerEnv): ObjectStorage {
  const publicUrl = env.S3_PUBLIC_URL;
  let made: Promise<ObjectStorage> | undefined;
  const storage = () => {
    made ??= import('./object-storage').then(({ createObjectStorage }) =>
      createObjectStorage({
        endpoint: env.S3_ENDPOINT,
        region: env.S3_REGION,
        bucket: env.S3_BUCKET,
        accessKeyId: env.S3_ACCESS_KEY_ID,
        secretAccessKey: env.S3_SECRET_ACCESS_KEY,
        publicUrl,
      }),
    );
    return made;
  };
  return {
    presignPost: async (input) => (await storage()).presignPost(input),
    head: async (key) => (await storage()).head(key),
    read: async (key, maxBytes) => (await storage()).read(key, maxBytes),
    write: async (key, body, headers) => (await storage()).write(key, body, headers),
    remove: async (keys) => (await storage()).remove(keys),
    async *list(prefix) {
      yield* (await storage()).list(prefix);
    },
    publicUrl: (key) => joinUrl(publicUrl, key),
    ensureBucket: async () => (await storage()).ensureBucket(),
    ping: async () => (await storage()).ping(),
    close: () => void made?.then((client) => client.close()),
  };
}
