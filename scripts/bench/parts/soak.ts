import { setTimeout as sleep } from 'node:timers/promises';
import type { Ground } from '../ground';
import { median, percentile } from '../load';
import { type Ask, createMixedLoad, type MixedLoad } from '../mixed-load';
import { type Row, rowOf, toldOnly } from '../rows';
import { residentKb } from '../server-process';
import { startSite } from '../site';

/** BENCH_SOAK_MINUTES for a shorter try. */
const MINUTES = Number(process.env.BENCH_SOAK_MINUTES || 30);
const CAPACITY_MS = 30_000;
const CONNECTIONS = 16;
const SHARE = 0.7;
/** One socket may send 20 events in a second. */
const MOST_MESSAGES = 12;
const TICK_MS = 10;
/** Asked and not answered: beyond it the server does not keep up, and what is due is counted as late. */
const MOST_OPEN = 400;
const EARLY_SHARE = 0.2;
const SAMPLES = 30;

/**
 * Half an hour of the mixed load at 70 % of what this machine takes of it, callers on the same machine: asked on time
 * whether the one before was answered or not. Only when it is named, since it takes that long.
 */
export async function benchSoak(ground: Ground): Promise<Row[]> {
  const site = await startSite(await ground.databaseOf('10k'));
  const load = await createMixedLoad(site);
  try {
    const capacity = await capacityOf(load);
    const perSecond = Math.round(capacity * SHARE);
    const { early, memoryAtEnd, ...seen } = await soak(load, perSecond, () => residentKb(site.pid()) / 1_024);
    const part = 'soak';
    const what = `${MINUTES} minutes of ${perSecond} answers a second, 70 % of ${Math.round(capacity)}`;
    for (const error of seen.errors.slice(0, 5)) console.error(error);
    return [
      rowOf(
        part,
        `${what}: memory at the end, against minute ${MINUTES * EARLY_SHARE}`,
        'MB',
        [memoryAtEnd, early],
        {
          atMost: 1.05,
        },
      ),
      rowOf(part, `${what}: errors among ${seen.answers} answers`, '', [seen.errors.length, null], {
        atMost: 0,
      }),
      rowOf(part, `${what}: asked later than due`, '', [seen.late, null], { atMost: 0 }),
      toldOnly(rowOf(part, `${what}: p99`, 'ms', [percentile(seen.taken, 0.99), null], { atMost: 1_000 })),
    ];
  } finally {
    load.stop();
    await site.stop();
  }
}

/** @returns answers in a second when each of some connections asks again as soon as it was answered */
async function capacityOf({ mix }: MixedLoad): Promise<number> {
  const pages = mix.slice(0, -1);
  const one = async (until: number) => {
    let answers = 0;
    for (; performance.now() < until; answers += 1) await pick(pages)();
    return answers;
  };
  await one(performance.now() + 5_000);
  const until = performance.now() + CAPACITY_MS;
  const answers = await Promise.all(Array.from({ length: CONNECTIONS }, () => one(until)));
  return answers.reduce((sum, count) => sum + count, 0) / (CAPACITY_MS / 1_000);
}

function pick(mix: MixedLoad['mix']): Ask {
  let left = Math.random() * mix.reduce((sum, { share }) => sum + share, 0);
  const found = mix.find(({ share }) => {
    left -= share;
    return left < 0;
  });
  return (found ?? mix[0])?.ask ?? (() => Promise.resolve());
}

async function soak({ mix }: MixedLoad, perSecond: number, memory: () => number) {
  const seen = { answers: 0, late: 0, errors: [] as string[], taken: [] as number[] };
  const samples: number[] = [];
  let open = 0;

  function ask(one: Ask) {
    if (open >= MOST_OPEN) {
      seen.late += 1;
      return;
    }
    open += 1;
    const began = performance.now();
    one()
      .then(
        () => seen.taken.push(performance.now() - began),
        (error) => seen.errors.push(String(error)),
      )
      .finally(() => {
        open -= 1;
        seen.answers += 1;
      });
  }

  const lanes = mix.map(({ share, ask: one }, index) => {
    const wanted = share * perSecond;
    return { one, rate: index === mix.length - 1 ? Math.min(wanted, MOST_MESSAGES) : wanted, asked: 0 };
  });
  const began = performance.now();
  const lastsMs = MINUTES * 60_000;
  let early = Number.NaN;
  for (let now = 0, sampled = 0; now < lastsMs; now = performance.now() - began) {
    for (const lane of lanes) {
      for (; lane.asked < (lane.rate * now) / 1_000; lane.asked += 1) ask(lane.one);
    }
    if (now - sampled >= 1_000) {
      samples.push(memory());
      sampled = now;
    }
    if (Number.isNaN(early) && now >= lastsMs * EARLY_SHARE) early = median(samples.slice(-SAMPLES));
    await sleep(TICK_MS);
  }
  while (open > 0) await sleep(TICK_MS);
  seen.taken.sort((a, b) => a - b);
  return { ...seen, early, memoryAtEnd: median(samples.slice(-SAMPLES)) };
}
