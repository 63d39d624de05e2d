import { takePlace } from '@/lib/db/process-place';
import { serverEnv } from '@/lib/env/server-env';
import { watchForUncaught } from '@/lib/runtime/last-resort';
import { getLogger } from '@/lib/runtime/logger';
import type { Forks } from '@/lib/runtime/workers/fork-workers';
import { runPrimary } from '@/lib/runtime/workers/run-primary';

/**
 * What the first process does: it takes the place at the database, then leads its workers, or serves by itself where there
 * are none.
 *
 * @param opened resolves when the database is as it should be
 * @throws Error when the place is taken, or when what serves could not start
 */
export async function lead(opened: Promise<void>, forks: Forks | null): Promise<{ stop(): Promise<void> }> {
  watchForUncaught(getLogger);
  try {
    const env = serverEnv();
    const place = await takePlace({
      databaseUrl: env.DATABASE_URL,
      isShared: env.REDIS_URL !== undefined,
      onLost: (reason) => {
        getLogger().error({}, reason.message);
        process.kill(process.pid, 'SIGTERM');
      },
    });
    await opened;
    const { stop } = forks
      ? await runPrimary(forks, getLogger())
      : await (await import('./serve')).serve(opened);
    if (forks) getLogger().info({ port: env.PORT, workers: forks.count }, 'listening');
    return { stop: () => stop().then(place.leave) };
  } catch (error) {
    await forks?.stop();
    throw error;
  }
}
