// Starts the product as a newcomer does, in a data folder of its own, once for all browser tests, and beside it the parts on
// which some of them start a product of their own (own-product.ts). PRODUCT_URL names one that
// runs already, with PRODUCT_DATA (its DATA_DIR) and KAKAO_PORT (of the KAKAO_*_URL it was given) for the tests that need them.
import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import startParts from './global-setup.mjs';

export default async function productSetup() {
  if (process.env.PRODUCT_URL) return;
  const port = await freePort();
  const kakaoPort = await freePort();
  const dataDir = mkdtempSync(join(tmpdir(), 'egodaeyeo-product-'));
  const env = {
    ...process.env,
    PORT: String(port),
    DATA_DIR: dataDir,
    NODE_ENV: 'production',
    LOG_LEVEL: 'warn',
    KAKAO_CLIENT_ID: 'kakao-test-key',
    KAKAO_CLIENT_SECRET: 'kakao-test-secret',
    KAKAO_AUTH_URL: `http://localhost:${kakaoPort}`,
    KAKAO_API_URL: `http://localhost:${kakaoPort}`,
  };
  for (const name of ['DATABASE_URL', 'S3_ENDPOINT', 'NEXTAUTH_URL', 'SMTP_URL', 'REDIS_URL'])
    delete env[name];
  const child = spawn(process.execPath, ['scripts/start.mjs'], { stdio: ['ignore', 'pipe', 'inherit'], env });
  globalThis.__product = { child, dataDir };
  const running = new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.includes('is running at')) resolve();
      // What nobody expected stands beside the test that may have failed for it.
      if (/"level":[56]0/.test(line)) console.error(line);
    });
    child.once('exit', (code) => reject(new Error(`The product did not start (exit code ${code}).`)));
  });
  await Promise.all([running, startParts()]);
  process.env.PRODUCT_URL = `http://localhost:${port}`;
  process.env.PRODUCT_DATA = dataDir;
  process.env.PRODUCT_BUILD = process.env.NEXT_DIST_DIR || '.next';
  process.env.KAKAO_PORT = String(kakaoPort);
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
