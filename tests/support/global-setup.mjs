// One PostgreSQL with a migrated template database and one object store for the whole run, in a process of their own.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export default async function globalSetup() {
  if (process.env.TEST_PARTS) return;
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/support/parts.ts'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const line = await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('exit', (code) => reject(new Error(`The test database did not start (exit code ${code}).`)));
  });
  process.env.TEST_PARTS = line;
  globalThis.__testParts = child;
}
