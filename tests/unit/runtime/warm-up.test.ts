import { setTimeout as sleep } from 'node:timers/promises';
import { untilWarm } from '@/lib/runtime/warm-up';

describe('a process that has just begun', () => {
  const holdUp = (ms: number) => {
    const until = performance.now() + ms;
    while (performance.now() < until);
  };

  it('is warm after half a second in which nothing held it up', async () => {
    const begun = performance.now();
    await untilWarm();
    expect(performance.now() - begun).toBeGreaterThan(400);
  });

  it('is not while something holds it up again and again', async () => {
    let isWarm = false;
    const warm = untilWarm().then(() => {
      isWarm = true;
    });
    for (let round = 0; round < 4; round += 1) {
      await sleep(250);
      holdUp(200);
    }
    expect(isWarm).toBe(false);
    await warm;
  });

  it('is after 4 s, however busy the machine is', async () => {
    let isWarm = false;
    const begun = performance.now();
    const warm = untilWarm().then(() => {
      isWarm = true;
    });
    while (!isWarm && performance.now() - begun < 10_000) {
      holdUp(200);
      await sleep(60);
    }
    expect(performance.now() - begun).toBeGreaterThan(3_900);
    await warm;
  });
});
