import cluster from 'node:cluster';
import { takePlace } from '@/lib/db/process-place';
import { serverEnv } from '@/lib/env/server-env';
import { watchForUncaught } from '@/lib/runtime/last-resort';
import { getLogger } from '@/lib/runtime/logger';
import { runPrimary } from '@/lib/runtime/workers/run-primary';
import { defaultWorkerCount, poolSizeOf } from '@/lib/runtime/workers/worker-count';

/**
 * One process alone, or a primary with workers that share its port (WEB_CONCURRENCY). What serves is loaded by those that
 * serve: the primary forks the sooner, and stays small.
 */
async function main() {
  watchForUncaught(getLogger);
  if (cluster.isWorker) {
    const { serve } = await import('./serve');
    stopWith((await serve()).stop, PATIENCE_MS);
    process.send?.('ready');
    return;
  }
  const env = serverEnv();
  const count = env.NODE_ENV === 'development' ? 1 : (env.WEB_CONCURRENCY ?? defaultWorkerCount());
  const place = await takePlace({
    databaseUrl: env.DATABASE_URL,
    isShared: env.REDIS_URL !== undefined,
    onLost: (reason) => {
      getLogger().error({}, reason.message);
      process.kill(process.pid, 'SIGTERM');
    },
  });
  const poolSize = env.DATABASE_POOL_SIZE ?? poolSizeOf(count);
  const { stop } =
    count === 1
      ? await (await import('./serve')).serve()
      : await runPrimary({ count, poolSize, logger: getLogger() });
  if (count > 1) getLogger().info({ port: env.PORT, workers: count }, 'listening');
  const stopAll = () => stop().then(place.leave);
  stopWith(stopAll, count === 1 ? PATIENCE_MS : PATIENCE_MS + 2_000);
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
