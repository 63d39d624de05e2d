import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { connectDb } from '@/lib/db/client';
import { migrate } from '@/lib/db/migrate';
import { parseServerEnv } from '@/lib/env/server-env';
import { storageOf } from '@/lib/storage/storage-of';
import { DEMO_MARKER } from '@/prisma/seed/demo/marker';
import { loadReference } from '@/prisma/seed/reference/load';
import { buildIfChanged } from './build';
import { takeDataFolder } from './data-folder';
import { startEmbeddedStore } from './embedded-store';
import { keepPostgres } from './keep-postgres';
import { isLoopback, keepSecrets, type StartSettings } from './settings';

type Environment = Record<string, string | undefined>;

/**
 * Starts what the environment does not name and migrates; once all parts have answered, puts the data in while the
 * pages are built.
 *
 * @param stop receives what stops each part, in the order they were started
 * @returns environment for the server
 */
export async function startParts(
  settings: StartSettings,
  stop: (() => Promise<void>)[],
): Promise<Environment> {
  const usesDataFolder = settings.embeddedPostgres || settings.embeddedStorage;
  if (usesDataFolder) stop.push(await takeDataFolder(settings.dataDir));
  const env: Environment = {
    ...process.env,
    NODE_ENV: settings.isDev ? 'development' : 'production',
    PORT: String(settings.port),
    HOST: settings.host,
    DATA_DIR: settings.dataDir,
    NEXT_DIST_DIR: settings.distDir,
    NEXTAUTH_URL: process.env.NEXTAUTH_URL || `http://localhost:${settings.port}`,
  };
  if (settings.embeddedPostgres) Object.assign(env, await embedPostgres(settings, stop));
  if (settings.embeddedStorage) Object.assign(env, await embedStorage(settings, stop));
  const server = parseServerEnv(env);
  const storage = storageOf(server);
  await reach('the database (DATABASE_URL)', () => migrate(server.DATABASE_URL, 'prisma/migrations'));
  await reach('the object store (S3_ENDPOINT)', () => storage.ensureBucket());
  await Promise.all([
    settings.isDev || build(settings.distDir),
    fillDatabase(settings, server.DATABASE_URL, env),
  ]);
  storage.close();
  return env;
}

async function build(distDir: string) {
  const timer = setTimeout(
    () => console.log('Building (about a minute; only when the sources changed) …'),
    1_000,
  );
  try {
    return await buildIfChanged(distDir);
  } finally {
    clearTimeout(timer);
  }
}

async function embedPostgres(settings: StartSettings, stop: (() => Promise<void>)[]): Promise<Environment> {
  const { nextAuth } = await keepSecrets(settings.dataDir);
  const postgres = await keepPostgres(join(settings.dataDir, 'postgres'));
  stop.push(postgres.stop);
  return { DATABASE_URL: postgres.url, NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET || nextAuth };
}

async function embedStorage(settings: StartSettings, stop: (() => Promise<void>)[]): Promise<Environment> {
  const start = (port: number) => startEmbeddedStore(settings.dataDir, settings.host, port);
  // The port after ours, so that addresses of pictures stay the same over restarts; any free one when it is taken.
  const store = await start((settings.port + 1) % 65_536).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    return start(0);
  });
  stop.push(store.close);
  return {
    ...store.env,
    S3_PUBLIC_URL: process.env.S3_PUBLIC_URL || `http://localhost:${store.port}/${store.env.S3_BUCKET}`,
  };
}

async function fillDatabase({ withDemoData, host }: StartSettings, databaseUrl: string, env: Environment) {
  const db = connectDb(databaseUrl, 2);
  try {
    await loadReference(db);
    const isDone = await db.marker.count({ where: { key: DEMO_MARKER } });
    if (withDemoData && !isDone) await runDemo(env);
    if ((withDemoData || isDone) && !isLoopback(host)) console.warn(DEMO_WARNING);
  } finally {
    await db.$disconnect();
  }
}

const DEMO_WARNING =
  'WARNING: HOST lets others reach this product, and its demo accounts, an admin among them, have a password that everybody knows. For anything but a look, start with DEMO_DATA=0 and another DATA_DIR.';

function runDemo(env: Environment): Promise<void> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/start/demo.ts'], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: env as NodeJS.ProcessEnv,
  });
  const stopWithParent = () => void child.kill();
  process.once('exit', stopWithParent);
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => {
      process.off('exit', stopWithParent);
      if (code === 0) resolve();
      else
        reject(
          new Error(
            'The demo data could not be stored: see the line above. DEMO_DATA=0 starts without them.',
          ),
        );
    });
  });
}

/** Long enough for a part that is only slow, short enough to learn of one that swallows every packet. */
const REACH_MS = 12_000;

async function reach<T>(what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await Promise.race([work(), silence()]);
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    const reason = text.split('\n').find((line) => line.trim() !== '');
    throw new Error(`Something is wrong with ${what}: ${reason ?? 'no reason given'}`);
  }
}

function silence(): Promise<never> {
  return new Promise((_resolve, reject) => {
    setTimeout(() => reject(new Error(`no answer in ${REACH_MS / 1_000} s`)), REACH_MS).unref();
  });
}
