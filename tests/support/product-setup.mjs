// Starts the product as a newcomer does, in a data folder of its own, once for all browser tests. PRODUCT_URL names one that
// runs already.
import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export default async function productSetup() {
  if (process.env.PRODUCT_URL) return;
  const port = await freePort();
  const dataDir = mkdtempSync(join(tmpdir(), 'egodaeyeo-product-'));
  const env = {
    ...process.env,
    PORT: String(port),
    DATA_DIR: dataDir,
    NODE_ENV: 'production',
    LOG_LEVEL: 'warn',
  };
  for (const name of ['DATABASE_URL', 'S3_ENDPOINT', 'NEXTAUTH_URL']) delete env[name];
  const child = spawn(process.execPath, ['scripts/start.mjs'], { stdio: ['ignore', 'pipe', 'inherit'], env });
  await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on(
      'line',
      (line) => line.includes('is running at') && resolve(),
    );
    child.once('exit', (code) => reject(new Error(`The product did not start (exit code ${code}).`)));
  });
  process.env.PRODUCT_URL = `http://localhost:${port}`;
  globalThis.__product = { child, dataDir };
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
