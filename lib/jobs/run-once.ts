import type { ServiceContext } from '@/lib/core/context';
import type { Job } from './registry';

const LONGEST_MS = 5 * 60_000;

/**
 * Runs a job now unless another process is at it: an advisory lock of PostgreSQL, held by a transaction of its own for
 * as long as the verb runs and let go when this process dies.
 *
 * @returns what the verb returned, or null when another process had the lock
 */
export async function runOnce(job: Job, ctx: ServiceContext): Promise<object | null> {
  return ctx.db.$transaction(
    async (tx) => {
      const [lock] = await tx.$queryRaw<{ isMine: boolean; patience: string }[]>`
        SELECT pg_try_advisory_xact_lock(hashtextextended(${`job ${job.name}`}, 0)) AS "isMine",
          set_config('idle_in_transaction_session_timeout', ${String(LONGEST_MS)}, true) AS "patience"`;
      return lock?.isMine ? job.verb(ctx) : null;
    },
    { maxWait: 10_000, timeout: LONGEST_MS },
  );
}
