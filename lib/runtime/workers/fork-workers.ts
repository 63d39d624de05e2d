import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GATE, keepGate } from '@/lib/env/gate';

export interface Forks {
  /** how many there are to be */
  count: number;
  /** those of the beginning */
  first: Fork[];
  /** another one */
  fork(): Fork;
  /** Lets all of them serve. */
  open(): void;
  /** Ends them: lets them finish what is under way, for a while. */
  stop(): Promise<void>;
}

export interface Fork {
  worker: Worker;
  /** Resolves when it listens. @throws Error when it ended instead; it has said why */
  ready: Promise<void>;
}

interface ForkOptions {
  count: number;
  atFirst: number;
  poolSize: number;
}

const PATIENCE_MS = 13_000;

/**
 * Forks this program, before the first process has loaded anything of its own: what workers load takes a second.
 *
 * @param atFirst how many of them now; the others are for whoever leads them to fork
 * @param poolSize connections of each to the database
 */
export function forkWorkers({ count, atFirst, poolSize }: ForkOptions): Forks {
  const folder = mkdtempSync(join(tmpdir(), 'egodaeyeo-'));
  let open: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  cluster.setupPrimary({ serialization: 'advanced' });

  function fork(): Fork {
    const worker = cluster.fork({ WORKER_SOCKETS: folder, DATABASE_POOL_SIZE: poolSize, [GATE]: 'closed' });
    keepGate(worker, gate);
    const ready = readiness(worker);
    // Whoever waits for it hears of it.
    ready.catch(() => undefined);
    return { worker, ready };
  }

  async function stop() {
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

  return { count, first: Array.from({ length: atFirst }, fork), fork, open, stop };
}

function readiness(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.on('message', (message) => message === 'ready' && resolve());
    worker.once('exit', () => reject(new Error('A worker process could not start: see the lines above.')));
  });
}
