import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startObjectStore } from '@/lib/storage/embedded/start-object-store';
import { PUBLIC_PREFIXES } from '@/lib/storage/keys';
import { keepSecrets } from './settings';

const BUCKET = 'egodaeyeo';
const REGION = 'ap-northeast-2';
/** Beside the objects: the port, so that a backup finds the running store. */
const PORT_FILE = 'objects.port';

export interface StoreEnv {
  S3_ENDPOINT: string;
  S3_REGION: string;
  S3_BUCKET: string;
  S3_ACCESS_KEY_ID: string;
  S3_SECRET_ACCESS_KEY: string;
}

/**
 * Starts the object store of a data folder that this process has taken.
 *
 * @param port 0 for any free one
 * @throws Error with code EADDRINUSE when the port is taken
 */
export async function startEmbeddedStore(dataDir: string, host: string, port: number) {
  const { s3Key, s3Secret } = await keepSecrets(dataDir);
  const store = await startObjectStore({
    dataDir: join(dataDir, 'objects'),
    host,
    port,
    region: REGION,
    bucket: BUCKET,
    accessKeyId: s3Key,
    secretAccessKey: s3Secret,
    publicPrefixes: [...PUBLIC_PREFIXES],
    allowedOrigins: '*',
  });
  const portFile = join(dataDir, PORT_FILE);
  await writeFile(portFile, `${store.port}\n`);
  const close = async () => {
    await rm(portFile, { force: true });
    await store.close();
  };
  return { port: store.port, env: await envOf(dataDir, store.port), close };
}

/** How to reach the store that another process runs from this data folder; null when none does. */
export async function findRunningStore(dataDir: string): Promise<StoreEnv | null> {
  const port = Number(await readFile(join(dataDir, PORT_FILE), 'utf8').catch(() => ''));
  return port > 0 ? envOf(dataDir, port) : null;
}

async function envOf(dataDir: string, port: number): Promise<StoreEnv> {
  const { s3Key, s3Secret } = await keepSecrets(dataDir);
  return {
    S3_ENDPOINT: `http://127.0.0.1:${port}`,
    S3_REGION: REGION,
    S3_BUCKET: BUCKET,
    S3_ACCESS_KEY_ID: s3Key,
    S3_SECRET_ACCESS_KEY: s3Secret,
  };
}
