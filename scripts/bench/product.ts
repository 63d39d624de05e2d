import { spawn } from 'node:child_process';
import { residentKb, serverProcesses } from './server-process';
import { freePort, line } from './site';

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
  await line(child, 'is running at');
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
