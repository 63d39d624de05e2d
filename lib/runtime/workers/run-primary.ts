import { setTimeout as sleep } from 'node:timers/promises';
import { setupPrimary } from '@socket.io/cluster-adapter';
import { RateLimiterClusterMaster } from 'rate-limiter-flexible';
import type { Logger } from '@/lib/core/logger';
import { answerWorkers } from '@/lib/runtime/watch/worker-metrics';
import type { Fork, Forks } from './fork-workers';

export interface Primary {
  /** Ends the workers, lets them finish what is under way. */
  stop(): Promise<void>;
}

/** A worker that dies younger than this is followed after a pause. */
const YOUNG_MS = 10_000;
const PAUSE_MS = 1_000;

/**
 * Lets workers serve that share this process's port, and starts a new one for each that dies. What they tell each other
 * (pushes, counts of requests) goes through this process.
 *
 * @returns once those of the beginning listen; the others come then
 * @throws Error when one of the beginning ends before that; it has said why
 */
export async function runPrimary(forks: Forks, logger: Logger): Promise<Primary> {
  setupPrimary();
  new RateLimiterClusterMaster();
  answerWorkers();
  let isStopping = false;

  function replaceWhenDead({ worker }: Fork, bornAt: number) {
    worker.once('exit', async (code, signal) => {
      if (isStopping) return;
      logger.error({ worker: worker.id, code, signal }, 'a worker process died; another takes its place');
      if (Date.now() - bornAt < YOUNG_MS) await sleep(PAUSE_MS);
      if (!isStopping) replaceWhenDead(forks.fork(), Date.now());
    });
  }

  forks.open();
  await Promise.all(forks.first.map(({ ready }) => ready));
  for (const fork of forks.first) replaceWhenDead(fork, Date.now());
  for (let more = forks.first.length; more < forks.count; more += 1)
    replaceWhenDead(forks.fork(), Date.now());
  return {
    stop() {
      isStopping = true;
      return forks.stop();
    },
  };
}
