import cluster from 'node:cluster';
import { untilOpen } from '@/lib/env/gate';
import { serverEnv } from '@/lib/env/server-env';
import { forkWorkers } from '@/lib/runtime/workers/fork-workers';
import { defaultWorkerCount, poolSizeOf } from '@/lib/runtime/workers/worker-count';

/**
 * One process alone, or a first one with workers that share its port (WEB_CONCURRENCY). Each loads what it needs only
 * after it knows which it is: the first one forks the sooner, and stays small.
 */
async function main() {
  const opened = untilOpen();
  if (cluster.isWorker) {
    const { serve } = await import('./serve');
    stopWith((await serve(opened)).stop, PATIENCE_MS);
  } else {
    const env = serverEnv();
    const count = env.NODE_ENV === 'development' ? 1 : (env.WEB_CONCURRENCY ?? defaultWorkerCount());
    const poolSize = env.DATABASE_POOL_SIZE ?? poolSizeOf(count);
    // Loading takes the cores that serving wants: half of them are there the sooner for whoever waits, the others a moment
    // later. Behind a proxy another process answers meanwhile.
    const atFirst = env.TRUSTED_PROXIES ? count : Math.ceil(count / 2);
    const forks = count > 1 ? forkWorkers({ count, atFirst, poolSize }) : null;
    const { lead } = await import('./lead');
    const { stop } = await lead(opened, forks);
    stopWith(stop, forks ? PATIENCE_MS + 2_000 : PATIENCE_MS);
  }
  process.send?.('ready');
}

/** Stops once, at a signal, or when the parent was killed: it can stop nothing then. */
function stopWith(stop: () => Promise<void>, patienceMs: number) {
  let stopping: Promise<void> | undefined;
  const begin = () => {
    if (stopping) return;
    setTimeout(() => process.exit(1), patienceMs).unref();
    stopping = stop().then(() => process.exit(0));
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, begin);
  process.on('disconnect', begin);
}

/** How long a process may take to stop; the first one waits a little longer for its workers. */
const PATIENCE_MS = 12_000;

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
