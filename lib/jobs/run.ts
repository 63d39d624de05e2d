import type { ServiceContext } from '@/lib/core/context';
import { getMeter } from '@/lib/core/meter';
import { JOBS, type Job } from './registry';
import { runOnce } from './run-once';

export interface RunningJobs {
  /** No new run begins; resolves when those under way have finished. */
  stop(): Promise<void>;
}

/**
 * Starts a timer for each job: the first run at once, or when `begin` resolves, the next ones that many seconds after the
 * last has finished, so that no job overlaps itself. A run that fails is logged, and the next one makes it good.
 *
 * @param createContext a new context as `system`
 */
export function startJobs(
  createContext: () => ServiceContext,
  jobs: readonly Job[] = JOBS,
  begin: Promise<void> = Promise.resolve(),
): RunningJobs {
  const stops = jobs.map((job) => repeat(job, createContext, begin));
  return {
    async stop() {
      await Promise.all(stops.map((stop) => stop()));
    },
  };
}

function repeat(job: Job, createContext: () => ServiceContext, begin: Promise<void>): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  let current = Promise.resolve();
  void begin.then(() => {
    if (!isStopped) current = run();
  });

  async function run() {
    const ctx = createContext();
    try {
      const result = await runOnce(job, ctx);
      getMeter().count('job_runs', { job: job.name, outcome: result ? 'done' : 'elsewhere' });
      if (result) getMeter().succeeded(job.name);
    } catch (error) {
      getMeter().count('job_runs', { job: job.name, outcome: 'failed' });
      ctx.logger.error({ err: error, requestId: ctx.requestId, job: job.name }, 'job failed');
    }
    if (isStopped) return;
    timer = setTimeout(() => {
      current = run();
    }, job.everySeconds * 1_000);
  }

  return () => {
    isStopped = true;
    clearTimeout(timer);
    return current;
  };
}
