import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { residentKb, serverProcesses } from './server-process';

export interface Product {
  url: string;
  /** from the command to the first page answered */
  startedInMs: number;
  /** resident memory of the largest server process and of all together, in MB */
  serverMemoryMb(): [largest: number, all: number];
  stop(): Promise<void>;
}

/**
 * Starts the product with `npm start`'s own script and waits for its first page.
 *
 * @param checkout folder to start it in
 * @param dataDir where its data are; its own .data without one
 */
export async function startProduct(checkout: string, dataDir = ''): Promise<Product> {
  const port = await freePort();
  const began = performance.now();
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: checkout,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, DATA_DIR: dataDir, NEXT_DIST_DIR: '', PORT: String(port), LOG_LEVEL: 'warn' },
  });
  await ready(child);
  const url = `http://localhost:${port}`;
  await (await fetch(url)).text();
  const startedInMs = performance.now() - began;
  return {
    url,
    startedInMs,
    serverMemoryMb: () => {
      const each = serverProcesses(child.pid ?? 0).map((pid) => residentKb(pid) / 1_024);
      return [Math.max(...each), each.reduce((sum, one) => sum + one, 0)];
    },
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

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
