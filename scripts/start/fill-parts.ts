import { spawn } from 'node:child_process';
import { Client } from 'pg';
import { migrate } from '@/lib/db/migrate';
import { parseServerEnv, type ServerEnv } from '@/lib/env/server-env';
import { DEMO_MARKER } from '@/prisma/seed/demo/marker';
import { REFERENCE_MARKER, referenceVersion } from '@/prisma/seed/reference/version';
import type { Environment } from './parts';
import { isLoopback, type StartSettings } from './settings';

/**
 * Once all parts have answered: the tables as this version wants them, the bucket, and the data that every start puts in.
 * What is all there already is found so by two questions, without an ORM, an engine or an S3 client being loaded.
 *
 * @param meanwhile begins when all parts have answered
 * @throws Error with one sentence that names the part which does not answer
 */
export async function fillParts(
  settings: StartSettings,
  env: Environment,
  meanwhile: () => Promise<unknown>,
) {
  const server = parseServerEnv(env);
  await Promise.all([
    reach('the database (DATABASE_URL)', () => migrate(server.DATABASE_URL, 'prisma/migrations')),
    settings.embeddedStorage || reach('the object store (S3_ENDPOINT)', () => ensureBucket(server)),
  ]);
  await Promise.all([meanwhile(), fillDatabase(settings, server.DATABASE_URL, env)]);
}

async function ensureBucket(server: ServerEnv) {
  const { storageOf } = await import('@/lib/storage/storage-of');
  const storage = storageOf(server);
  await storage.ensureBucket();
  storage.close();
}

async function fillDatabase({ withDemoData, host }: StartSettings, databaseUrl: string, env: Environment) {
  const markers = await readMarkers(databaseUrl);
  if (markers.get(REFERENCE_MARKER) !== referenceVersion()) await fillReference(databaseUrl);
  const isDone = markers.has(DEMO_MARKER);
  if (withDemoData && !isDone) await runDemo(env);
  if ((withDemoData || isDone) && !isLoopback(host)) console.warn(DEMO_WARNING);
}

async function readMarkers(connectionString: string): Promise<Map<string, unknown>> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    const { rows } = await client.query('SELECT "key", "value" FROM "Marker"');
    return new Map(rows.map(({ key, value }) => [key, value]));
  } finally {
    await client.end();
  }
}

async function fillReference(databaseUrl: string) {
  const [{ connectDb }, { loadReference }] = await Promise.all([
    import('@/lib/db/client'),
    import('@/prisma/seed/reference/load'),
  ]);
  const db = connectDb(databaseUrl, 2);
  try {
    await loadReference(db);
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
