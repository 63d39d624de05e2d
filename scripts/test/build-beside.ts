import { spawn } from 'node:child_process';
import { setPriority } from 'node:os';
import type { Outcome } from './run';

/** Of the 20 steps down: gets what the stage leaves idle. */
const LAST = 15;

/**
 * Builds the product, for the stages that come after, while one runs that waits now and then.
 *
 * @returns what came of the stage; a build that fails is a failed test
 */
export async function buildBeside(stage: () => Promise<Outcome>): Promise<Outcome> {
  const [outcome, isBuilt] = await Promise.all([stage(), build()]);
  return isBuilt ? outcome : { ...outcome, failed: outcome.failed + 1 };
}

function build(): Promise<boolean> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/start/build.ts'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (child.pid !== undefined) setPriority(child.pid, LAST);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code === 0));
  });
}
