import { execFile } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type ChaosSite, startChaosSite } from '../../tests/chaos/site';
import { buildIfChanged } from '../start/build';
import { runJest } from './jest';
import type { Outcome } from './run';

/** Everything that two people do with each other, and what one sees of a page whichever process answers. */
const JOURNEYS = ['journey', 'closed-laptop', 'listed-again', 'blocking', 'appearance'];
const RESTART_MS = 7_000;

/**
 * The browser tests of what people do with each other, on two processes behind nginx, each of two people on another one,
 * while Redis is killed and started again all the time: live push pauses then, and nothing may be lost.
 */
export async function runClusterTests(): Promise<Outcome> {
  await buildIfChanged('.next');
  const site = await startChaosSite('by-person');
  const over = new AbortController();
  try {
    // Not the synchronous one: the lines to the database go through this process.
    await promisify(execFile)(process.execPath, ['--import', 'tsx', 'tests/support/fill-with-demo.ts'], {
      env: { ...process.env, ...site.env },
    });
    const restarting = restartRedis(site, over.signal);
    const outcome = await runJest(['e2e', '--testPathPatterns', `e2e/(${JOURNEYS.join('|')})\\.test`], {
      ...process.env,
      PRODUCT_URL: site.url,
      PRODUCT_BUILD: '.next',
      REDIS_IS_RESTARTED: '1',
    });
    over.abort();
    await restarting;
    return outcome;
  } finally {
    await site.stop();
  }
}

async function restartRedis({ parts: { redis } }: ChaosSite, over: AbortSignal) {
  while (!over.aborted) {
    await sleep(RESTART_MS, undefined, { signal: over }).catch(() => undefined);
    if (over.aborted) return;
    await redis.kill();
    await sleep(500);
    await redis.start();
  }
}
