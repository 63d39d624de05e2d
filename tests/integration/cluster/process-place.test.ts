import { connectDb } from '@/lib/db/client';
import { takePlace } from '@/lib/db/process-place';
import { runOnce } from '@/lib/jobs/run-once';
import { startDeafProxy } from '@/tests/support/deaf-proxy';
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

  describe('on a line that dies without a word', () => {
    const pulse = { everyMs: 100, patienceMs: 1_500 };

    async function takeFarAway() {
      const proxy = await startDeafProxy(env.databaseUrl);
      const lost: Error[] = [];
      const { databaseUrl } = proxy;
      const onLost = (reason: Error) => void lost.push(reason);
      const place = await takePlace({ databaseUrl, isShared: false, patienceMs: 300, pulse, onLost });
      const [before] = await holders();
      proxy.deafen();
      return { proxy, lost, place, before };
    }

    const holders = async () => {
      const rows = await env.db.$queryRaw<{ pid: number }[]>`SELECT pid
        FROM pg_locks JOIN pg_stat_activity USING (pid)
        WHERE application_name = 'egodaeyeo place' AND datname = current_database()
          AND locktype = 'advisory' AND granted`;
      return rows.map(({ pid }) => pid);
    };

    it('is taken again, although PostgreSQL still has the old line', async () => {
      const { proxy, lost, place, before } = await takeFarAway();
      for (;;) {
        const now = await holders();
        if (now.length === 1 && now[0] !== before) break;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      await expect(take(false)).rejects.toThrow(/REDIS_URL/);
      expect(lost).toEqual([]);
      await place.leave();
      await proxy.stop();
    });

    it('is given up when another has taken it meanwhile', async () => {
      const { proxy, lost, place, before } = await takeFarAway();
      await env.db.$queryRaw`SELECT pg_terminate_backend(${before}::int)`;
      const other = await take(false, 2_000);
      while (lost.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
      expect(lost[0]?.message).toMatch(/REDIS_URL/);
      await Promise.all([place.leave(), other.leave()]);
      await proxy.stop();
    });
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
