import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { setupPrimary } from '@socket.io/cluster-adapter';
import { RateLimiterClusterMaster } from 'rate-limiter-flexible';
import type { Logger } from '@/lib/core/logger';
import { answerWorkers } from '@/lib/runtime/watch/worker-metrics';

export interface Primary {
  /** Ends the workers, lets them finish what is under way. */
  stop(): Promise<void>;
}

interface PrimaryOptions {
  count: number;
  /** connections of each worker to the database */
  poolSize: number;
  logger: Logger;
}

/** A worker that dies younger than this is followed after a pause. */
const YOUNG_MS = 10_000;
const PAUSE_MS = 1_000;
const PATIENCE_MS = 13_000;

/**
 * Runs this program in several worker processes that share its port, and a new one for each that dies. What they tell
 * each other (pushes, counts of requests) goes through this process.
 *
 * @returns once all of them listen
 * @throws Error when one ends before that; it has said why
 */
export async function runPrimary({ count, poolSize, logger }: PrimaryOptions): Promise<Primary> {
  setupPrimary();
  new RateLimiterClusterMaster();
  answerWorkers();
  const folder = await mkdtemp(join(tmpdir(), 'egodaeyeo-'));
  cluster.setupPrimary({ serialization: 'advanced' });
  let isStopping = false;

  const fork = () => cluster.fork({ WORKER_SOCKETS: folder, DATABASE_POOL_SIZE: poolSize });

  function replaceWhenDead(worker: Worker, bornAt: number) {
    worker.once('exit', async (code, signal) => {
      if (isStopping) return;
      logger.error({ worker: worker.id, code, signal }, 'a worker process died; another takes its place');
      if (Date.now() - bornAt < YOUNG_MS) await sleep(PAUSE_MS);
      if (!isStopping) replaceWhenDead(fork(), Date.now());
    });
  }

  async function stop() {
    isStopping = true;
    const running = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
    const ended = running.map((worker) => (worker.isDead() ? null : once(worker, 'exit')));
    for (const { process: child } of running) child.kill('SIGTERM');
    const forced = setTimeout(() => {
      for (const { process: child } of running) child.kill('SIGKILL');
    }, PATIENCE_MS);
    await Promise.all(ended);
    clearTimeout(forced);
    await rm(folder, { recursive: true, force: true });
  }

  const workers = Array.from({ length: count }, fork);
  try {
    await Promise.all(workers.map(readiness));
  } catch (error) {
    await stop();
    throw error;
  }
  for (const worker of workers) replaceWhenDead(worker, Date.now());
  return { stop };
}

function readiness(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.on('message', (message) => message === 'ready' && resolve());
    worker.once('exit', () => reject(new Error('A worker process could not start: see the lines above.')));
  });
}
