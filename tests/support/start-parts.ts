import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/**
 * Starts what `useTestEnv` stands on (tests/support/parts.ts) where nobody has (PRODUCT_URL named a product).
 *
 * @returns what stops it
 */
export async function startParts(): Promise<() => Promise<void>> {
  if (process.env.TEST_PARTS) return async () => undefined;
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/support/parts.ts'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  process.env.TEST_PARTS = String(line);
  return async () => {
    delete process.env.TEST_PARTS;
    const exited = once(child, 'exit');
    child.stdin.end();
    await exited;
  };
}
