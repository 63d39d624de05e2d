import { acceptRental } from '@/lib/features/rentals/server/accept-rental';
import { expireRentals } from '@/lib/features/rentals/server/expire-rentals';
import { listRentals } from '@/lib/features/rentals/server/list-rentals';
import { requestRental } from '@/lib/features/rentals/server/request-rental';
import { startRentals } from '@/lib/features/rentals/server/start-rentals';
import { startJobs } from '@/lib/jobs/run';
import { runOnce } from '@/lib/jobs/run-once';
import { createScene, DAY_MS, periodFrom } from '@/tests/factories/scenes';
import { refusalOf } from '@/tests/support/refusal';
import { useTestEnv } from '@/tests/support/test-env';

describe('the jobs of rentals', () => {
  const env = useTestEnv();
  const system = () => env.ctx({ kind: 'system' });

  it('expire what nobody decided, once, with an alert to both', async () => {
    const { author, inquirer, roomId } = await createScene(env);
    const rental = await requestRental(env.ctx(inquirer), { roomId, ...periodFrom(env, DAY_MS) });
    expect(await expireRentals(system())).toEqual({ moved: 0 });
    env.clock.advance(DAY_MS);
    const lists = async () =>
      Promise.all(
        (['ongoing', 'closed'] as const).map(
          async (state) => (await listRentals(env.ctx(author), { state })).data.length,
        ),
      );
    expect(await lists()).toEqual([0, 1]);
    const runs = await Promise.all([expireRentals(system()), expireRentals(system())]);
    expect(runs[0].moved + runs[1].moved).toBe(1);
    expect(await lists()).toEqual([0, 1]);
    const alerts = await env.db.alert.findMany({ where: { rentalId: rental.id, kind: 'RENTAL_EXPIRED' } });
    expect(alerts.map(({ userId }) => userId).sort()).toEqual([author.id, inquirer.id].sort());
    expect(await env.db.message.count({ where: { roomId, senderId: null } })).toBe(1);
  });

  it('expire a request that is 7 days old although it begins later', async () => {
    const { inquirer, roomId } = await createScene(env);
    await requestRental(env.ctx(inquirer), { roomId, ...periodFrom(env, 30 * DAY_MS) });
    env.clock.advance(7 * DAY_MS);
    expect(await expireRentals(system())).toEqual({ moved: 1 });
  });

  it('start what was booked when its time has come', async () => {
    const { author, inquirer, item, roomId } = await createScene(env);
    const rental = await requestRental(env.ctx(inquirer), { roomId, ...periodFrom(env, DAY_MS) });
    await acceptRental(env.ctx(author), { rentalId: rental.id });
    expect(await startRentals(system())).toEqual({ moved: 0 });
    env.clock.advance(DAY_MS);
    const runs = await Promise.all([startRentals(system()), startRentals(system())]);
    expect(runs[0].moved + runs[1].moved).toBe(1);
    const row = await env.db.item.findUniqueOrThrow({ where: { id: item.id } });
    expect(row).toMatchObject({ status: 'RENTED', rentedUntil: new Date(rental.endsAt) });
  });

  it('are nobody’s but the system’s', async () => {
    const { author } = await createScene(env);
    expect(await refusalOf(startRentals(env.ctx(author)))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refusalOf(expireRentals(env.ctx(author)))).toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('running jobs', () => {
  const env = useTestEnv();
  const system = () => env.ctx({ kind: 'system' });

  it('two processes do not double a job', async () => {
    let release = () => {};
    let runs = 0;
    const verb = async () => {
      runs += 1;
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      return {};
    };
    const job = { name: 'slow', everySeconds: 1, verb };
    const first = runOnce(job, system());
    while (runs === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await runOnce(job, system())).toBeNull();
    release();
    expect(await first).toEqual({});
    expect(runs).toBe(1);
  });

  it('goes on after a run that failed, never overlaps itself, and stops when told', async () => {
    let runs = 0;
    let together = 0;
    const verb = async () => {
      runs += 1;
      together += 1;
      expect(together).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 5));
      together -= 1;
      if (runs === 1) throw new Error('once');
      return {};
    };
    const jobs = startJobs(system, [{ name: 'failing', everySeconds: 0.005, verb }]);
    while (runs < 3) await new Promise((resolve) => setTimeout(resolve, 5));
    await jobs.stop();
    const stoppedAt = runs;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(runs).toBe(stoppedAt);
  });

  it('begins when it may, and not at all where it was stopped before', async () => {
    let runs = 0;
    const verb = async () => {
      runs += 1;
      return {};
    };
    for (const isStopped of [true, false]) {
      let begin: () => void = () => undefined;
      const may = new Promise<void>((resolve) => {
        begin = resolve;
      });
      const jobs = startJobs(system, [{ name: 'waiting', everySeconds: 60, verb }], may);
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(runs).toBe(0);
      if (isStopped) await jobs.stop();
      begin();
      await may;
      await jobs.stop();
      expect(runs).toBe(isStopped ? 0 : 1);
    }
  });
});
