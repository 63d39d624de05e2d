import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { cookieOf, SECRET } from './realtime-env';
import { startParts } from './start-parts';
import { freePort } from './start-product';
import { startStatementProxy } from './statement-proxy';
import { type TestEnv, useTestEnv } from './test-env';
import { testParts } from './test-parts';

export interface CountedAnswer {
  status: number;
  body: string;
  /** what the process asked its database for it */
  statements: string[];
}

export interface CountedSite {
  env: TestEnv;
  /** Asks a page or route as this member's browser would, or a visitor's. */
  get(path: string, member?: { id: string }): Promise<CountedAnswer>;
}

/**
 * A process of the product, of the build that lies here, with parts and a database of its own, and every statement that
 * it makes counted. Call it at the top of a describe block; it cleans up by itself.
 */
export function useCountedSite(): CountedSite {
  const stop: Partial<Record<'parts' | 'process', () => Promise<void>>> = {};
  const site = {} as CountedSite;
  beforeAll(async () => {
    stop.parts = await startParts();
  });
  // Hooks of one kind run as they are written: the process goes before its database, and that before its server.
  afterAll(() => stop.process?.());
  site.env = useTestEnv();
  beforeAll(async () => {
    const started = await startCounted(site.env.databaseUrl);
    stop.process = started.stop;
    site.get = started.get;
  });
  afterAll(() => stop.parts?.());
  return site;
}

/** Of lib/jobs/run-once.ts: the clock's own work, for which no request has asked. */
const IS_JOB = /pg_try_advisory_xact_lock/;

async function startCounted(databaseUrl: string) {
  const proxy = await startStatementProxy(databaseUrl);
  const dataDir = await mkdtemp(join(tmpdir(), 'egodaeyeo-counted-'));
  const port = await freePort();
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    env: environment({ PORT: String(port), DATA_DIR: dataDir, DATABASE_URL: proxy.databaseUrl }),
    stdio: ['ignore', 'pipe', 'inherit'],
  });

  async function get(path: string, member?: { id: string }): Promise<CountedAnswer> {
    const headers: HeadersInit = member ? { cookie: await cookieOf(member.id) } : {};
    for (;;) {
      await proxy.quiet();
      proxy.take();
      const response = await fetch(`http://localhost:${port}${path}`, { headers, redirect: 'manual' });
      const body = await response.text();
      await proxy.quiet();
      const statements = proxy.take();
      // A job's transaction lies whole inside or outside of what was counted.
      const wasDisturbed = statements.some((statement) => IS_JOB.test(statement));
      if (!wasDisturbed) return { status: response.status, body, statements };
    }
  }

  async function stop() {
    if (child.exitCode === null) {
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      await exited;
    }
    await proxy.stop();
    await rm(dataDir, { recursive: true, force: true });
  }

  await isRunning(child).catch(async (error) => {
    await stop();
    throw error;
  });
  return { get, stop };
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

/** @throws Error when it ends instead */
function isRunning(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    if (!child.stdout) throw new Error('The product has no output.');
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.includes('is running at')) resolve();
    });
    child.once('exit', (code) => reject(new Error(`The product did not start (exit code ${code}).`)));
  });
}
