import { setTimeout as sleep } from 'node:timers/promises';
import { findAddresses } from './addresses';
import type { Caller } from './caller';
import { callersOf, createAsked, createCouriers, createTraders, openRoom } from './cast';
import { checkDeals, checkTalk } from './check';
import type { Couriers } from './couriers';
import { type Figures, figuresOf } from './figures';
import { type Probe, startProbes } from './probe';
import { countPushes, type Pushes } from './pushes';
import { APPS, type ChaosSite } from './site';
import { startTalker } from './talk';
import { trade } from './trade';

export interface Crowd {
  /** two on each process */
  watchers: Caller[];
  couriers: Couriers;
  /** Waits until the two of each room are on different processes. @returns false when they are not within 10 s */
  goHome(): Promise<boolean>;
  /** whether everybody who chats is connected */
  areUp(): boolean;
  /** Lets everybody finish, then compares what was acknowledged with what is stored and with what everybody saw. */
  finish(say: (line: string) => void): Promise<CrowdReport>;
}

export interface CrowdReport {
  figures: Figures;
  pushes: Pushes;
  probes: Probe[];
  /** requests that had to be sent again */
  failures: string[];
  /** sentences, none when all is well */
  violations: string[];
}

const ROOMS = 4;
const SETTLE_MS = 90_000;
const HOME_MS = 10_000;

/** Members who chat, post, upload, ask and accept at a steady rate, and some who only ask small things all the time. */
export async function startCrowd(site: ChaosSite): Promise<Crowd> {
  let isOver = false;
  const over = () => isOver;
  const addresses = await findAddresses(site);
  const caller = callersOf(site, addresses);
  const talkers = (await Promise.all(times(ROOMS, () => openRoom(site, caller)))).flatMap(
    ({ pair, roomId }) => pair.map((one) => ({ caller: one, ...startTalker(site, one, roomId, over) })),
  );
  const traders = await Promise.all(times(2, () => createTraders(caller)));
  const deals = traders.map(({ lenders, renters }) => trade(lenders, renters, over));
  const watchers = await Promise.all([...APPS, ...APPS].map((app) => caller(app)));
  const couriers = await createCouriers(site);
  const { probes, done: probing } = startProbes(site, await createAsked(site, caller, couriers), over);
  const trading = traders.flatMap(({ lenders, renters }) => [
    ...lenders.flatMap(({ here, there }) => [here, there]),
    ...renters,
  ]);

  async function finish(say: (line: string) => void): Promise<CrowdReport> {
    isOver = true;
    say('Waiting for those who are under way …');
    const made = await within(SETTLE_MS, Promise.all(deals), 'Those who trade still wait for an answer.');
    await within(SETTLE_MS, Promise.all(talkers.map(({ done }) => done)), 'Somebody still writes.');
    await within(SETTLE_MS, probing, 'Those who ask still wait for an answer.');
    say('Comparing …');
    const violations = (await settle(talkers)) ? [] : ['messages are still not sent or not shown'];
    await Promise.all(talkers.map(({ readBack }) => readBack()));
    const readers = talkers.map(({ caller: reader }) => reader);
    violations.push(...(await checkTalk(site.db, talkers, readers)), ...(await checkDeals(site.db, made)));
    const figures = figuresOf(talkers, made, probes, [...trading, ...watchers]);
    for (const [name, count] of Object.entries(figures))
      if (count === 0) violations.push(`${name}: none, so nothing was tried`);
    for (const { stop } of [...talkers, couriers]) stop();
    for (const { agent } of [...readers, ...trading, ...watchers]) agent.destroy();
    return {
      figures,
      pushes: countPushes(talkers),
      probes,
      failures: trading.flatMap(({ failures }) => failures),
      violations,
    };
  }

  async function goHome() {
    const giveUpAt = Date.now() + HOME_MS;
    while (!talkers.map((talker) => talker.goHome()).every(Boolean)) {
      if (Date.now() > giveUpAt) return false;
      await sleep(200);
    }
    return true;
  }

  const areUp = () => talkers.every(({ isUp }) => isUp());

  return { watchers, couriers, goHome, areUp, finish };
}

async function settle(talkers: readonly ReturnType<typeof startTalker>[]): Promise<boolean> {
  const giveUpAt = Date.now() + SETTLE_MS;
  const totals = new Map<string, number>();
  for (const { roomId, written } of talkers) totals.set(roomId, (totals.get(roomId) ?? 0) + written.length);
  while (Date.now() < giveUpAt) {
    const waiting = talkers.filter((talker) => !talker.isComplete(totals.get(talker.roomId) ?? 0));
    if (waiting.length === 0) return true;
    await sleep(100);
  }
  return false;
}

async function within<T>(patienceMs: number, work: Promise<T>, sentence: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(sentence)), patienceMs);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function times<T>(count: number, make: () => Promise<T>): Promise<T>[] {
  return Array.from({ length: count }, make);
}
