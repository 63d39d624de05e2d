import type { ServiceContext } from '@/lib/core/context';
import { whileLocked } from '@/lib/db/job-locks';
import type { Job } from './registry';

/**
 * Runs a job now unless it is being run, here or by another process (job-locks.ts).
 *
 * @returns what the verb returned, or null when another process had the lock
 */
export function runOnce(job: Job, ctx: ServiceContext): Promise<object | null> {
  return whileLocked(ctx.db, `job ${job.name}`, () => job.verb(ctx));
}
