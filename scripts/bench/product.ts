import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';

export interface Product {
  url: string;
  /** from the command to the first page answered */
  startedInMs: number;
  /** resident memory of the server process in MB */
  serverMemoryMb(): number;
  stop(): Promise<void>;
}

/**
 * Starts the product with `npm start`'s own script and waits for its first page.
 *
 * @param checkout folder to start it in
 */
export async function startProduct(checkout: string): Promise<Product> {
  const port = await freePort();
  const began = performance.now();
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: checkout,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, DATA_DIR: '', NEXT_DIST_DIR: '', PORT: String(port), LOG_LEVEL: 'warn' },
  });
  await ready(child);
  const url = `http://localhost:${port}`;
  await (await fetch(url)).text();
  const startedInMs = performance.now() - began;
  return {
    url,
    startedInMs,
    serverMemoryMb: () => memoryOf(serverProcess(child.pid ?? 0)),
    stop: async () => {
      const exited = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await exited;
    },
  };
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    if (child.stdout) {
      createInterface({ input: child.stdout }).on(
        'line',
        (line) => line.includes('is running at') && resolve(),
      );
    }
    child.once('exit', (code) => reject(new Error(`The product did not start (${code}).`)));
  });
}

/** The child of a child that runs the bundled server. */
function serverProcess(pid: number): number {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .trim()
    .split(' ')
    .filter(Boolean)
    .map(Number);
  for (const child of children) {
    if (readFileSync(`/proc/${child}/cmdline`, 'utf8').includes('egodaeyeo-server')) return child;
    const found = serverProcess(child);
    if (found) return found;
  }
  return 0;
}

function memoryOf(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Math.round(Number(kilobytes) / 1024);
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
