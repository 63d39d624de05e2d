import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { serverProcesses } from './server-process';

export interface Running {
  url: string;
  /** of the process that serves */
  pid(): number;
  stop(): Promise<void>;
}

export const BENCH_SECRET = 'a secret of the benchmark that is long enough';

/** What a process does once nobody waits for it: it loads the pages that nobody has asked for yet, and its jobs begin. */
const SETTLE_MS = 8_000;

/** The product's own server on a database of the benchmark's, as `npm start` runs it; no limit of requests. */
export async function startSite(databaseUrl: string, env: Record<string, string> = {}): Promise<Running> {
  const dataDir = await mkdtemp(join(tmpdir(), 'egodaeyeo-bench-'));
  const port = await freePort();
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      DATA_DIR: dataDir,
      DATABASE_URL: databaseUrl,
      NEXTAUTH_SECRET: BENCH_SECRET,
      API_REQUESTS_PER_MINUTE: '100000000',
      LOG_LEVEL: 'warn',
      // The bare limits are one process too.
      WEB_CONCURRENCY: '1',
      ...env,
    },
  });
  await line(child, 'is running at');
  await sleep(SETTLE_MS);
  const stop = () => end(child).then(() => rm(dataDir, { recursive: true, force: true }));
  return { url: `http://localhost:${port}`, pid: () => serverProcesses(child.pid ?? 0).at(-1) ?? 0, stop };
}

/** A bare limit: node:http or Socket.IO, and pg, with nothing between. */
export async function startBare(
  databaseUrl: string,
  program = 'scripts/bench/bare-list.ts',
  env: Record<string, string> = {},
): Promise<Running> {
  const port = await freePort();
  const child = spawn(process.execPath, ['--import', 'tsx', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env, NODE_ENV: 'production', PORT: String(port), DATABASE_URL: databaseUrl },
  });
  await line(child, 'ready');
  return { url: `http://localhost:${port}`, pid: () => child.pid ?? 0, stop: () => end(child) };
}

export function line(child: ChildProcess, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    if (child.stdout) {
      createInterface({ input: child.stdout }).on('line', (said) => said.includes(text) && resolve());
    }
    child.once('exit', (code) => reject(new Error(`A server of the benchmark did not start (${code}).`)));
  });
}

export async function end(child: ChildProcess) {
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  await exited;
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
