import { setTimeout as sleep } from 'node:timers/promises';
import { untilCalm } from '@/lib/runtime/until-calm';

describe('a process that has just begun', () => {
  const holdUp = (ms: number) => {
    const until = performance.now() + ms;
    while (performance.now() < until);
  };

  it('is calm after half a second in which nothing held it up', async () => {
    const begun = performance.now();
    await untilCalm();
    expect(performance.now() - begun).toBeGreaterThan(400);
  });

  it('is not while something holds it up again and again', async () => {
    let isCalm = false;
    const calm = untilCalm().then(() => {
      isCalm = true;
    });
    for (let round = 0; round < 4; round += 1) {
      await sleep(250);
      holdUp(200);
    }
    expect(isCalm).toBe(false);
    await calm;
  });

  it('is after 4 s, however busy the machine is', async () => {
    let isCalm = false;
    const begun = performance.now();
    const calm = untilCalm().then(() => {
      isCalm = true;
    });
    while (!isCalm && performance.now() - begun < 10_000) {
      holdUp(200);
      await sleep(60);
    }
    expect(performance.now() - begun).toBeGreaterThan(3_900);
    await calm;
  });
});
