import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { DomainError } from '@/lib/core/errors';
import { connectDb, type Db } from '@/lib/db/client';
import { translateDbError } from '@/lib/db/errors';
import { Prisma } from '@/lib/db/generated/client';
import { queryPrepared } from '@/lib/db/query-prepared';
import { inTransaction } from '@/lib/db/transaction';
import { useTestEnv } from '@/tests/support/test-env';

interface Outcome {
  code: string;
  reason: string;
  seconds: number;
}

/** The limits of docs/LIMITS.md, each really run into: all at once, since the longest takes 10 s. */
describe('beyond a limit of the database', () => {
  // Before the database goes.
  afterAll(async () => {
    await Promise.all(outcomes.values());
    await holder.end();
    await small.$disconnect();
  });
  const env = useTestEnv();
  const outcomes = new Map<string, Promise<Outcome>>();
  const held = randomUUID();
  let holder: Client;
  let small: Db;

  const begin = (name: string, work: () => Promise<unknown>) => void outcomes.set(name, outcomeOf(work()));

  beforeAll(async () => {
    await env.db.marker.create({ data: { key: held, value: 1 } });
    holder = new Client({ connectionString: env.databaseUrl });
    await holder.connect();
    await holder.query('BEGIN');
    await holder.query('SELECT 1 FROM "Marker" WHERE "key" = $1 FOR UPDATE', [held]);
    small = connectDb(env.databaseUrl, 1);

    begin('a statement', () => env.db.$queryRaw`SELECT pg_sleep(12)::text`);
    begin('a prepared statement', () => queryPrepared(env.db, Prisma.sql`SELECT pg_sleep(12)::text`));
    const change = { where: { key: held }, data: { value: 2 } };
    begin('a lock', () => env.db.marker.update(change));
    begin('a lock in a transaction', () => inTransaction(env.ctx(), ({ db }) => db.marker.update(change)));
    begin('idle in a transaction', () =>
      inTransaction(env.ctx(), async ({ db }) => {
        await db.marker.count();
        await sleep(6_000);
        return db.marker.count();
      }),
    );
    begin('a transaction', () =>
      inTransaction(env.ctx(), async ({ db }) => {
        for (let second = 0; second < 12; second += 1) {
          await db.marker.count();
          await sleep(1_000);
        }
      }),
    );
    begin('what had the connection', () => small.$queryRaw`SELECT pg_sleep(7)::text`);
    begin('a transaction that waits to begin', () =>
      inTransaction({ ...env.ctx(), db: small }, async () => 1),
    );
    begin('a statement that waits for a connection', () => small.marker.count());
  });

  it.each([
    ['a statement', 10, 'busy'],
    ['a prepared statement', 10, 'busy'],
    ['a lock', 8, 'busy'],
    ['a lock in a transaction', 8, 'busy'],
    ['idle in a transaction', 5, 'unavailable'],
    ['a transaction', 10, 'unavailable'],
    ['a transaction that waits to begin', 5, 'unavailable'],
    ['a statement that waits for a connection', 5, 'unavailable'],
  ])(
    '%s is ended after %i s and told as UNAVAILABLE',
    async (name, seconds, reason) => {
      const outcome = await outcomes.get(name);
      expect(outcome).toMatchObject({ code: 'UNAVAILABLE', reason });
      expect(outcome?.seconds).toBeGreaterThan(seconds - 0.5);
      expect(outcome?.seconds).toBeLessThan(seconds + 3);
    },
    30_000,
  );

  it('and nobody else is held up by it', async () => {
    await expect(outcomes.get('what had the connection')).resolves.toMatchObject({ code: 'done' });
    await expect(env.db.marker.count({ where: { key: held, value: { equals: 1 } } })).resolves.toBe(1);
  });
});

async function outcomeOf(work: Promise<unknown>): Promise<Outcome> {
  const begun = performance.now();
  const error = await work.then(
    () => null,
    (failure: unknown) => failure,
  );
  const seconds = (performance.now() - begun) / 1_000;
  if (error === null) return { code: 'done', reason: '', seconds };
  const { code, reason } = translateDbError(error) as Partial<DomainError>;
  return { code: String(code), reason: String(reason?.key), seconds };
}
