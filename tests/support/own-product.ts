import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { SECRET } from './realtime-env';
import { startParts } from './start-parts';
import { freePort } from './start-product';
import { type TestEnv, useTestEnv } from './test-env';
import { testParts } from './test-parts';

export interface OwnProduct {
  url: string;
  /** of the start script */
  pid: number;
  /** lines that it has written, its log among them */
  output: string[];
  stop(): Promise<void>;
}

/**
 * The product with parts and a database of its own. Call it at the top of a describe block; it cleans up by itself.
 *
 * @param settings of the environment
 * @param reach address by which it reaches its database, where that is another than the database's own
 * @returns filled in before the first test
 */
export function useOwnProduct(
  settings: Record<string, string>,
  reach: (databaseUrl: string) => Promise<string> = async (databaseUrl) => databaseUrl,
): OwnProduct & { env: TestEnv } {
  const site = {} as OwnProduct & { env: TestEnv };
  let stopParts: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    stopParts = await startParts();
  });
  // Hooks of one kind run as they are written: the product goes before its database, and that before its server.
  afterAll(() => site.stop?.());
  site.env = useTestEnv();
  startBefore(async () => {
    Object.assign(site, await startOwnProduct(await reach(site.env.databaseUrl), settings));
  });
  stopAfter(() => stopParts?.());
  return site;
}

// Hooks between hooks that `useTestEnv` adds.
const startBefore = (work: () => Promise<void>) => beforeAll(work, 60_000);
const stopAfter = (work: () => Promise<void> | undefined) => afterAll(work);

/**
 * The product of the build that lies here, started as `npm start` does, on a database of the test's.
 *
 * @throws Error when it ends instead
 */
export async function startOwnProduct(
  databaseUrl: string,
  env: Record<string, string> = {},
): Promise<OwnProduct> {
  const dataDir = await mkdtemp(join(tmpdir(), 'egodaeyeo-own-'));
  const port = await freePort();
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    env: environment({ PORT: String(port), DATA_DIR: dataDir, DATABASE_URL: databaseUrl, ...env }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });

  async function stop() {
    if (child.exitCode === null) {
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      await exited;
    }
    await rm(dataDir, { recursive: true, force: true });
  }

  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream && createInterface({ input: stream }).on('line', (line) => output.push(line));
  child.stderr?.pipe(process.stderr);
  await isRunning(child).catch(async (error) => {
    await stop();
    throw error;
  });
  return { url: `http://localhost:${port}`, pid: child.pid ?? 0, output, stop };
}

function environment(own: Record<string, string>): NodeJS.ProcessEnv {
  const { storage } = testParts();
  const { REDIS_URL: _redis, NEXTAUTH_URL: _site, HOST: _host, ...inherited } = process.env;
  return {
    ...inherited,
    NODE_ENV: 'production',
    LOG_LEVEL: 'warn',
    NEXTAUTH_SECRET: SECRET,
    S3_ENDPOINT: storage.endpoint,
    S3_REGION: storage.region,
    S3_BUCKET: storage.bucket,
    S3_ACCESS_KEY_ID: storage.accessKeyId,
    S3_SECRET_ACCESS_KEY: storage.secretAccessKey,
    S3_PUBLIC_URL: storage.publicUrl,
    ...own,
  };
}

function isRunning(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    if (!child.stdout) throw new Error('The product has no output.');
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.includes('is running at')) resolve();
    });
    child.once('exit', (code) => reject(new Error(`The product did not start (exit code ${code}).`)));
  });
}
