import { setTimeout as sleep } from 'node:timers/promises';
import { watchWarmUp } from '@/lib/runtime/warm-up';

describe('a process that has just begun', () => {
  const holdUp = (ms: number) => {
    const until = performance.now() + ms;
    while (performance.now() < until);
  };

  async function untilWarm(isWarm: () => boolean) {
    const begun = performance.now();
    while (!isWarm()) await sleep(20);
    return performance.now() - begun;
  }

  it('is warm after half a second in which nothing held it up', async () => {
    const isWarm = watchWarmUp();
    expect(isWarm()).toBe(false);
    expect(await untilWarm(isWarm)).toBeGreaterThan(400);
  });

  it('is not while something holds it up again and again', async () => {
    const isWarm = watchWarmUp();
    for (let round = 0; round < 4; round += 1) {
      await sleep(250);
      holdUp(200);
    }
    expect(isWarm()).toBe(false);
    await untilWarm(isWarm);
  });

  it('is after 4 s, however busy the machine is', async () => {
    const isWarm = watchWarmUp();
    const begun = performance.now();
    while (!isWarm() && performance.now() - begun < 10_000) {
      holdUp(200);
      await sleep(60);
    }
    expect(performance.now() - begun).toBeGreaterThan(3_900);
    expect(isWarm()).toBe(true);
  });
});
