import { once } from 'node:events';
import { connect } from 'node:net';
import fc from 'fast-check';
import { connectDb, type Db } from '@/lib/db/client';
import { whileLocked } from '@/lib/db/job-locks';
import { countStatements } from '@/tests/support/count-statements';
import { createFramer } from '@/tests/support/postgres-frames';
import { type StatementProxy, startStatementProxy } from '@/tests/support/statement-proxy';
import { useTestEnv } from '@/tests/support/test-env';

/** Messages as a client sends them: the first without a type, an empty one, a long one. */
const MESSAGES = [
  ['', 'version and user'],
  ['S', ''],
  ['P', '\0SELECT 1\0'],
  ['Q', 'SELECT 2;\0'.repeat(40)],
] as const;

describe('messages of PostgreSQL', () => {
  it('are found whole, wherever the network cuts', () => {
    const bytes = Buffer.concat(MESSAGES.map(([type, body]) => messageOf(type, body)));
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(bytes.length)), (places) => {
        const cuts = [0, ...places.sort((a, b) => a - b), bytes.length];
        let isTyped = false;
        const take = createFramer(() => isTyped);
        const found: string[][] = [];
        for (const [index, from] of cuts.entries()) {
          for (const { type, body } of take(bytes.subarray(from, cuts[index + 1]))) {
            isTyped = true;
            found.push([type, body.toString()]);
          }
        }
        expect(found).toEqual(MESSAGES);
      }),
    );
  });
});

describe('the proxy that counts statements', () => {
  const env = useTestEnv();
  let proxy: StatementProxy;
  let db: Db;

  beforeAll(async () => {
    proxy = await startStatementProxy(env.databaseUrl);
    db = connectDb(proxy.databaseUrl, 3);
  });
  afterAll(async () => {
    await db.$disconnect();
    await proxy.stop();
  });
  beforeEach(() => proxy.take());

  it('sees what the process that asks sees, over all connections', async () => {
    const ask = () =>
      Promise.all([
        db.province.findMany({ select: { code: true, regions: { select: { code: true } } } }),
        db.$queryRaw`SELECT ${1}::int`,
        db.$transaction(async (tx) => {
          await tx.category.count();
          await tx.$executeRaw`SELECT 1`;
        }),
      ]);
    const count = await countStatements(ask);
    await proxy.quiet();
    const statements = proxy.take();
    expect(statements).toHaveLength(count);
    expect(statements).toEqual(
      expect.arrayContaining(['BEGIN', 'COMMIT', 'SELECT 1', expect.stringContaining('"Province"')]),
    );
  });

  it('is not quiet inside a transaction', async () => {
    const seen: string[] = [];
    const transaction = db.$transaction(async (tx) => {
      await tx.$executeRaw`SELECT 1`;
      void proxy.quiet().then(() => seen.push('quiet'));
      await db.$executeRaw`SELECT 2`;
      seen.push('still inside');
    });
    await transaction;
    await proxy.quiet();
    expect(seen).toEqual(['still inside', 'quiet']);
  });

  it('is not quiet while a job is under way, which another has meanwhile asked for in vain', async () => {
    const other = connectDb(proxy.databaseUrl, 1);
    const seen: string[] = [];
    await whileLocked(db, 'job', async () => {
      void proxy.quiet().then(() => seen.push('quiet'));
      seen.push(String(await whileLocked(other, 'job', async () => 'twice')));
      await env.db.$executeRaw`SELECT 1`;
      seen.push('still under way');
    });
    await proxy.quiet();
    await other.$disconnect();
    expect(seen).toEqual(['null', 'still under way', 'quiet']);
  });

  it('is quiet again when the line of a job was lost', async () => {
    await whileLocked(db, 'job', async () => {
      await env.db.$executeRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE application_name = 'egodaeyeo locks' AND datname = current_database()`;
    });
    await proxy.quiet();
    expect(await whileLocked(db, 'job', async () => 'done')).toBe('done');
  });

  it('refuses to be encrypted, and hands on', async () => {
    const socket = connect(Number(new URL(proxy.databaseUrl).port), '127.0.0.1');
    socket.write(Buffer.from([0, 0, 0, 8, 0x04, 0xd2, 0x16, 0x2f]));
    const [answer] = await once(socket, 'data');
    expect(String(answer)).toBe('N');
    socket.destroy();
  });
});

function messageOf(type: string, body: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(4 + Buffer.byteLength(body));
  return Buffer.concat([Buffer.from(type), length, Buffer.from(body)]);
}
