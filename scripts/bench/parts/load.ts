import { setTimeout as sleep } from 'node:timers/promises';
import type { Ground } from '../ground';
import { median } from '../load';
import { createMixedLoad, type MixedLoad } from '../mixed-load';
import { type Row, rowOf } from '../rows';
import { residentKb } from '../server-process';
import { type Running, startSite } from '../site';

/** Minutes of load; BENCH_LOAD_MINUTES for a shorter try. */
const MINUTES = Number(process.env.BENCH_LOAD_MINUTES || 10);
const MINUTE_MS = 60_000;
/** Asked for in a second. */
const PER_SECOND = 65;
/** A figure is the middle of what was seen in the last half minute. */
const SAMPLES = 30;

/** Memory of one server process under a steady mixed load, about half of what it can do, after 2 and after 10 minutes. */
export async function benchLoad(ground: Ground): Promise<Row[]> {
  const site = await startSite(await ground.databaseOf('10k'));
  const running = { isOver: false };
  try {
    const work = keepBusy(site, running);
    const [early, late] = [MINUTES / 5, MINUTES].map((minutes) => minutes * MINUTE_MS);
    const seen: number[] = [];
    let atEarly = Number.NaN;
    const began = performance.now();
    while (performance.now() - began < (late ?? 0)) {
      await Promise.race([sleep(1_000), work]);
      seen.push(residentKb(site.pid()) / 1_024);
      const isEarly = performance.now() - began >= (early ?? 0) && Number.isNaN(atEarly);
      if (isEarly) atEarly = median(seen.slice(-SAMPLES));
    }
    running.isOver = true;
    const answers = await work;
    const atLate = median(seen.slice(-SAMPLES));
    const name = `memory after ${MINUTES} minutes of ${Math.round(answers / (MINUTES * 60))} answers a second, against minute ${MINUTES / 5}`;
    return [rowOf('load', name, 'MB', [atLate, atEarly], { atMost: 1.05 })];
  } finally {
    running.isOver = true;
    await site.stop();
  }
}

/** @returns how many were answered. @throws when one was answered with an error */
async function keepBusy(site: Running, running: { isOver: boolean }): Promise<number> {
  const { mix, stop } = await createMixedLoad(site);
  let answers = 0;
  const repeat = async ({ share, ask }: MixedLoad['mix'][number]) => {
    while (!running.isOver) {
      const next = performance.now() + 1_000 / (share * PER_SECOND);
      await ask();
      answers += 1;
      await sleep(Math.max(0, next - performance.now()));
    }
  };
  try {
    await Promise.all(mix.map(repeat));
  } finally {
    stop();
  }
  return answers;
}
