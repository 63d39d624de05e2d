import { runOnce } from '@/lib/jobs/run-once';
import { useTestEnv } from '@/tests/support/test-env';

const POOL_SIZE = 2;

describe('jobs that fall together, in a process with two connections', () => {
  const env = useTestEnv({ poolSize: POOL_SIZE });
  const system = () => env.ctx({ kind: 'system' });

  /** A number of parties that wait for each other. */
  function createBarrier(parties: number) {
    let open: () => void = () => undefined;
    let left = parties;
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    return () => {
      left -= 1;
      if (left === 0) open();
      return opened;
    };
  }

  it('all run, and whoever asks meanwhile is answered at once', async () => {
    const arrive = createBarrier(POOL_SIZE + 1);
    const jobs = ['one', 'two', 'three'].map((name) => ({
      name,
      everySeconds: 1,
      verb: async () => {
        await arrive();
        const [row] = await env.db.$queryRaw<object[]>`SELECT pg_sleep(0.2)::text, 1 AS "done"`;
        return row ?? {};
      },
    }));
    const begun = performance.now();
    const runs = jobs.map((job) => runOnce(job, system()));
    await env.db.$queryRaw`SELECT 1`;
    expect(await Promise.all(runs)).toMatchObject([{ done: 1 }, { done: 1 }, { done: 1 }]);
    expect(performance.now() - begun).toBeLessThan(2_000);
  });

  it('one that fails lets its lock go, and the next run has it', async () => {
    const job = { name: 'fails', everySeconds: 1, verb: () => Promise.reject(new Error('no')) };
    await expect(runOnce(job, system())).rejects.toThrow('no');
    await expect(runOnce({ ...job, verb: async () => ({ done: 1 }) }, system())).resolves.toEqual({
      done: 1,
    });
  });

  it('one whose line is lost runs on, and the next run opens another', async () => {
    const job = { name: 'cut', everySeconds: 1, verb: async () => ({ done: await cutLocks() }) };
    await expect(runOnce(job, system())).resolves.toEqual({ done: 1 });
    await expect(runOnce(job, system())).resolves.toEqual({ done: 1 });
  });

  it('a job that is under way is not begun again', async () => {
    const job = {
      name: 'outer',
      everySeconds: 1,
      verb: async () => ({ inner: await runOnce(job, system()) }),
    };
    await expect(runOnce(job, system())).resolves.toEqual({ inner: null });
  });

  async function cutLocks() {
    const cut = await env.db.$queryRaw<object[]>`SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
      WHERE application_name = 'egodaeyeo locks' AND datname = current_database()`;
    return cut.length;
  }
});
