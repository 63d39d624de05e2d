import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import {
  type ObjectStoreOptions,
  type RunningObjectStore,
  startObjectStore,
} from '@/lib/storage/embedded/start-object-store';

export const STORE = {
  region: 'ap-northeast-2',
  bucket: 'egodaeyeo-test',
  accessKeyId: 'TESTACCESSKEY',
  secretAccessKey: 'test/secret+key=with&signs',
} as const;

export interface TestStore extends RunningObjectStore {
  dataDir: string;
  bucketUrl: string;
  client: S3Client;
  /** Faults of the store that a test did not expect. */
  faults: unknown[];
  /** Files below `objects/` and `tmp/`, each with the time of its last change. */
  files(): Promise<{ objects: string[]; temp: string[] }>;
  stop(): Promise<void>;
}

/** Starts a store of its own on a free port, in a folder of its own unless one is given. */
export async function startTestStore(overrides: Partial<ObjectStoreOptions> = {}): Promise<TestStore> {
  const dataDir = overrides.dataDir ?? (await makeDataDir());
  const faults: unknown[] = [];
  const store = await startObjectStore({
    ...STORE,
    dataDir,
    host: '127.0.0.1',
    port: 0,
    publicPrefixes: ['images/'],
    allowedOrigins: '*',
    onError: (error) => faults.push(error),
    ...overrides,
  });
  const client = makeClient(store.url);
  return {
    ...store,
    dataDir,
    client,
    faults,
    bucketUrl: `${store.url}/${STORE.bucket}`,
    files: () => listFiles(dataDir),
    stop: async () => {
      client.destroy();
      await store.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export function makeDataDir(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'object-store-'));
}

/** An SDK client with the SDK's own defaults, so that what it sends today is what is tested. */
export function makeClient(
  endpoint: string,
  overrides: { secretAccessKey?: string; accessKeyId?: string; region?: string } = {},
): S3Client {
  const {
    region = STORE.region,
    accessKeyId = STORE.accessKeyId,
    secretAccessKey = STORE.secretAccessKey,
  } = overrides;
  return new S3Client({
    endpoint,
    region,
    credentials: { accessKeyId, secretAccessKey },
    forcePathStyle: true,
    maxAttempts: 1,
  });
}

export async function listFiles(dataDir: string): Promise<{ objects: string[]; temp: string[] }> {
  const below = async (folder: string): Promise<string[]> => {
    const entries = await readdir(join(dataDir, folder), { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    const times = await Promise.all(files.map((file) => stat(join(file.parentPath, file.name))));
    return files.map((file, index) => `${file.name} ${times[index]?.mtimeMs}`).sort();
  };
  return { objects: await below('objects'), temp: await below('tmp') };
}
