import { join } from 'node:path';
import { z } from 'zod';
import { startPostgres } from '@/lib/db/embedded/postgres';
import { EnvironmentError, type EnvSource, readEnv } from '@/lib/env/server-env';
import { createObjectStorage, type ObjectStorage } from '@/lib/storage/object-storage';
import { findRunningPostgres } from '../running-postgres';
import { findDataFolderHolder, takeDataFolder } from '../start/data-folder';
import { findRunningStore, type StoreEnv, startEmbeddedStore } from '../start/embedded-store';

export interface ReachedParts {
  databaseUrl: string;
  storage: ObjectStorage;
  /** stops what was started for this moment */
  close: () => Promise<void>;
}

const databaseSchema = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgresql:// URL' }),
});
const storageSchema = z.object({
  S3_ENDPOINT: z.url({ protocol: /^https?$/, error: 'must be an http(s) URL' }),
  S3_REGION: z.string().default('ap-northeast-2'),
  S3_BUCKET: z.string().default('egodaeyeo'),
  S3_ACCESS_KEY_ID: z.string(),
  S3_SECRET_ACCESS_KEY: z.string(),
});

type Steps = (() => Promise<void>)[];

/**
 * Database and object store: those that the environment names, else the embedded ones of the data folder, running
 * already or started for this moment.
 *
 * @param dataDir whole path
 * @param mayRun whether the product may run from the data folder
 * @throws Error with one sentence: the environment is not right, or the product runs and may not
 */
export async function reachParts(source: EnvSource, dataDir: string, mayRun: boolean): Promise<ReachedParts> {
  const steps: Steps = [];
  const close = () => steps.reduceRight((before, step) => before.then(step), Promise.resolve());
  try {
    const isRunning = await takeUnlessRunning(source, dataDir, mayRun, steps);
    const databaseUrl = await reachDatabase(source, dataDir, isRunning, steps);
    const env = await reachStore(source, dataDir, isRunning, steps);
    const storage = createObjectStorage({
      endpoint: env.S3_ENDPOINT,
      region: env.S3_REGION,
      bucket: env.S3_BUCKET,
      accessKeyId: env.S3_ACCESS_KEY_ID,
      secretAccessKey: env.S3_SECRET_ACCESS_KEY,
      publicUrl: env.S3_ENDPOINT,
    });
    steps.push(async () => storage.close());
    return { databaseUrl, storage, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** @returns whether another process runs the embedded parts; otherwise the data folder is this one's */
async function takeUnlessRunning(source: EnvSource, dataDir: string, mayRun: boolean, steps: Steps) {
  if (source.DATABASE_URL && source.S3_ENDPOINT) return false;
  if (mayRun && (await findDataFolderHolder(dataDir)) !== null) return true;
  steps.push(await takeDataFolder(dataDir));
  return false;
}

async function reachDatabase(source: EnvSource, dataDir: string, isRunning: boolean, steps: Steps) {
  if (source.DATABASE_URL) return read(databaseSchema, source).DATABASE_URL;
  const folder = join(dataDir, 'postgres');
  if (isRunning) return (await findRunningPostgres(folder)) ?? notYet();
  const postgres = await startPostgres(folder);
  steps.push(postgres.stop);
  return postgres.url;
}

async function reachStore(
  source: EnvSource,
  dataDir: string,
  isRunning: boolean,
  steps: Steps,
): Promise<StoreEnv> {
  if (source.S3_ENDPOINT) return read(storageSchema, source);
  if (isRunning) return (await findRunningStore(dataDir)) ?? notYet();
  const store = await startEmbeddedStore(dataDir, '127.0.0.1', 0);
  steps.push(store.close);
  return store.env;
}

function read<S extends z.ZodType>(schema: S, source: EnvSource): z.output<S> {
  const { env, faults } = readEnv(schema, source);
  if (env === null) throw new EnvironmentError(faults);
  return env;
}

function notYet(): never {
  throw new Error('The product is starting or stopping right now. Try again in a moment.');
}
