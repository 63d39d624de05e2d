import { serverEnv } from '@/lib/env/server-env';
import type { ObjectStorage } from '@/lib/storage/object-storage';
import { storageOf } from '@/lib/storage/storage-of';

const KEY = Symbol.for('egodaeyeo.storage');
const shared = globalThis as typeof globalThis & { [KEY]?: ObjectStorage };

/** The one object storage client of this process. */
export function getStorage(): ObjectStorage {
  shared[KEY] ??= storageOf(serverEnv());
  return shared[KEY];
}
