import { MOST_WAITING } from '@/lib/db/bounded-pool';
import { isDatabaseFailing, poolOf } from '@/lib/db/client';
import { translateDbError } from '@/lib/db/errors';
import { Prisma } from '@/lib/db/generated/client';
import { queryPrepared } from '@/lib/db/query-prepared';
import { useTestEnv } from '@/tests/support/test-env';
import { until } from '@/tests/support/torture-chat';

describe('more work than connections', () => {
  const env = useTestEnv({ poolSize: 1 });

  it(`${MOST_WAITING} wait, and are served; who comes then is told at once that it is busy`, async () => {
    const { db } = env;
    const pool = poolOf(db);
    await db.$queryRaw`SELECT 1`;
    const held = await pool.connect();
    const waiting = Array.from({ length: MOST_WAITING }, () =>
      queryPrepared(db, Prisma.sql`SELECT 1 AS one`),
    );
    await until(() => pool.waitingCount === MOST_WAITING);
    expect(isDatabaseFailing(db)).toBe(false);
    const begun = performance.now();
    const more = [
      db.$queryRaw`SELECT 1`,
      db.marker.count(),
      queryPrepared(db, Prisma.sql`SELECT 1`),
      db.$transaction(async (tx) => tx.$queryRaw`SELECT 1`),
    ];
    const outcomes = await Promise.allSettled(more);
    expect(performance.now() - begun).toBeLessThan(1_000);
    const refusals = outcomes.map((one) => one.status === 'rejected' && translateDbError(one.reason));
    for (const refusal of refusals) {
      expect(refusal).toMatchObject({ code: 'UNAVAILABLE', reason: { key: 'busy' } });
    }
    expect(isDatabaseFailing(db)).toBe(true);
    held.release();
    await expect(Promise.all(waiting)).resolves.toHaveLength(MOST_WAITING);
    await expect(db.$queryRaw`SELECT 1 AS one`).resolves.toEqual([{ one: 1 }]);
  });
});
