import { setTimeout as sleep } from 'node:timers/promises';
import { createItemRow } from '@/tests/factories/items';
import { createMember } from '@/tests/factories/people';
import { type Caller, createCaller } from './caller';
import { checkDeals, checkTalk } from './check';
import { type Probe, startProbes } from './probe';
import type { ChaosSite } from './site';
import { startTalker } from './talk';
import { type Deals, trade } from './trade';

export interface Crowd {
  /** one that the balancer sends to each of the processes, at least */
  watchers: Caller[];
  /** Lets everybody finish, then compares what was acknowledged with what is stored and with what everybody saw. */
  finish(say: (line: string) => void): Promise<CrowdReport>;
}

export interface CrowdReport {
  messages: number;
  items: number;
  rentals: number;
  probes: Probe[];
  /** requests that had to be sent again */
  failures: string[];
  /** sentences, none when all is well */
  violations: string[];
}

const ROOMS = 4;
const SETTLE_MS = 90_000;

/** Members who chat, post, upload, ask and accept at a steady rate, and some who only ask small things all the time. */
export async function startCrowd(site: ChaosSite): Promise<Crowd> {
  let isOver = false;
  const over = () => isOver;
  const talking = await createCallers(site, ROOMS * 2);
  const trading = await createCallers(site, 6);
  const [a, b, c, d, e, f] = trading as [Caller, Caller, Caller, Caller, Caller, Caller];
  const watchers = await createCallers(site, 4);
  const pairs = await Promise.all(
    Array.from({ length: ROOMS }, async (_, index) => {
      const [author, inquirer] = talking.slice(index * 2, index * 2 + 2) as [Caller, Caller];
      const roomId = await openRoom(site, author, inquirer);
      return [author, inquirer].map((caller) => startTalker(site.url, caller, roomId, over));
    }),
  );
  const talkers = pairs.flat();
  const deals: Promise<Deals>[] = [trade(a, [b, c], over), trade(d, [e, f], over)];
  const { probes, done: probing } = startProbes(watchers.slice(0, 2), over);

  async function finish(say: (line: string) => void): Promise<CrowdReport> {
    isOver = true;
    say('Waiting for those who are under way …');
    const made = await within(SETTLE_MS, Promise.all(deals), 'Those who trade still wait for an answer.');
    await within(SETTLE_MS, Promise.all(talkers.map(({ done }) => done)), 'Somebody still writes.');
    await within(SETTLE_MS, probing, 'Those who ask still wait for an answer.');
    say('Comparing …');
    const violations = (await settle(talkers)) ? [] : ['messages are still not sent or not shown'];
    await Promise.all(talkers.map(({ readBack }) => readBack()));
    violations.push(...(await checkTalk(site.db, talkers, talking)), ...(await checkDeals(site.db, made)));
    for (const { stop } of talkers) stop();
    for (const { agent } of [...talking, ...trading, ...watchers]) agent.destroy();
    return {
      messages: sum(talkers.map(({ acknowledged }) => acknowledged.length)),
      items: sum(made.map(({ items }) => items.length)),
      rentals: sum(made.map(({ accepted }) => accepted.length)),
      probes,
      failures: trading.flatMap(({ failures }) => failures),
      violations,
    };
  }

  return { watchers, finish };
}

async function createCallers({ db, url }: ChaosSite, count: number): Promise<Caller[]> {
  const members = await Promise.all(Array.from({ length: count }, () => createMember(db)));
  return Promise.all(members.map((member) => createCaller(url, member)));
}

async function openRoom({ db }: ChaosSite, author: Caller, inquirer: Caller): Promise<string> {
  const item = await createItemRow(db, author.member);
  const answer = await inquirer.insist('POST', '/api/v1/rooms', { itemId: item.id });
  return (answer.body as { id: string }).id;
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

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
