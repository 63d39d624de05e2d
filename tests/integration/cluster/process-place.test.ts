import { connectDb } from '@/lib/db/client';
import { takePlace } from '@/lib/db/process-place';
import { runOnce } from '@/lib/jobs/run-once';
import { useTestEnv } from '@/tests/support/test-env';

describe('the place of a process at its database', () => {
  const env = useTestEnv();
  const take = (isShared: boolean, patienceMs = 300, onLost: (reason: Error) => void = () => undefined) =>
    takePlace({ databaseUrl: env.databaseUrl, isShared, patienceMs, onLost });

  it('without Redis a second process is refused with one sentence, and so is one with Redis', async () => {
    const first = await take(false);
    await expect(take(false)).rejects.toThrow(/^Another process uses this database.*REDIS_URL/);
    await expect(take(true)).rejects.toThrow(/REDIS_URL/);
    await first.leave();
  });

  it('with Redis any number stand side by side, and none without', async () => {
    const both = await Promise.all([take(true), take(true)]);
    await expect(take(false)).rejects.toThrow(/REDIS_URL/);
    await Promise.all(both.map((place) => place.leave()));
  });

  it('waits for an earlier process to leave', async () => {
    const first = await take(false);
    const second = take(false, 5_000);
    await first.leave();
    await (await second).leave();
  });

  it('is taken again after the database was away', async () => {
    const lost: Error[] = [];
    const first = await take(false, 300, (reason) => lost.push(reason));
    await env.db.$queryRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE application_name = 'egodaeyeo place' AND datname = current_database()`;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await expect(take(false)).rejects.toThrow(/REDIS_URL/);
    expect(lost).toEqual([]);
    await first.leave();
  });

  it('a job runs in one of two processes at a time', async () => {
    const other = connectDb(env.databaseUrl, 3);
    let finish: () => void = () => undefined;
    const held = new Promise<object>((resolve) => {
      finish = () => resolve({ done: 1 });
    });
    let begun: () => void = () => undefined;
    const isRunning = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const job = {
      name: 'test-job',
      everySeconds: 1,
      verb: () => {
        begun();
        return held;
      },
    };
    const first = runOnce(job, env.ctx({ kind: 'system' }));
    await isRunning;
    expect(await runOnce(job, { ...env.ctx({ kind: 'system' }), db: other })).toBeNull();
    finish();
    expect(await first).toEqual({ done: 1 });
    await other.$disconnect();
  });
});
