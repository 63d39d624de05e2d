import { randomUUID } from 'node:crypto';
import { connectDb, type Db, isDatabaseAway } from '@/lib/db/client';
import { translateDbError } from '@/lib/db/errors';
import { Prisma } from '@/lib/db/generated/client';
import { queryPrepared } from '@/lib/db/query-prepared';
import { type FaultProxy, startFaultProxy } from '@/tests/chaos/fault-proxy';
import { useTestEnv } from '@/tests/support/test-env';
import { until } from '@/tests/support/torture-chat';

describe('a database that stops to answer', () => {
  const env = useTestEnv();
  let proxy: FaultProxy;
  let db: Db;

  beforeAll(async () => {
    const address = new URL(env.databaseUrl);
    proxy = await startFaultProxy({ host: '127.0.0.1', port: Number(address.port) });
    address.port = String(proxy.port);
    db = connectDb(address.href, 3, { isWatched: true });
    await db.$queryRaw`SELECT 1`;
  });
  afterAll(async () => {
    await db.$disconnect();
    await proxy.stop();
  });
  afterEach(async () => {
    proxy.mend();
    await until(() => !isDatabaseAway(db));
  });

  /** What people are told of a failure. */
  const codeOf = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error) => (translateDbError(error) as { code?: string }).code,
    );

  it.each(['blackhole', 'drop-answers'] as const)(
    'ends every statement under way, waiting, or new, as UNAVAILABLE (%s), and serves again when it is back',
    async (fault) => {
      await db.$queryRaw`SELECT 1`;
      proxy.spoil(fault);
      const under = [
        db.$queryRaw`SELECT 1`,
        queryPrepared(db, Prisma.sql`SELECT 1`),
        db.$transaction(async (tx) => tx.$queryRaw`SELECT 1`),
        // More than the pool has connections for.
        ...Array.from({ length: 6 }, () => db.marker.count()),
      ];
      await expect(Promise.all(under.map(codeOf))).resolves.toEqual(under.map(() => 'UNAVAILABLE'));
      expect(isDatabaseAway(db)).toBe(true);
      await expect(codeOf(db.marker.count())).resolves.toBe('UNAVAILABLE');
      proxy.mend();
      await until(() => !isDatabaseAway(db));
      await expect(db.$queryRaw`SELECT 1 AS one`).resolves.toEqual([{ one: 1 }]);
    },
  );

  it('that is only slow is not taken for one that is away', async () => {
    await expect(db.$queryRaw`SELECT pg_sleep(2)::text AS slept`).resolves.toEqual([{ slept: '' }]);
    expect(isDatabaseAway(db)).toBe(false);
  });

  it('one connection that is ended by the server is not the database', async () => {
    const key = randomUUID();
    await env.db.$queryRaw`SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity
      WHERE application_name = 'egodaeyeo pulse' AND datname = current_database()`;
    await db.marker.create({ data: { key, value: 1 } });
    expect(isDatabaseAway(db)).toBe(false);
    await expect(db.marker.count({ where: { key } })).resolves.toBe(1);
  });
});
