import { setTimeout as sleep } from 'node:timers/promises';
import { createItemRow } from '@/tests/factories/items';
import { createMember } from '@/tests/factories/people';
import { type Addresses, findAddresses } from './addresses';
import { type Caller, createCaller } from './caller';
import { checkDeals, checkTalk } from './check';
import { type Couriers, startCouriers } from './couriers';
import { type Probe, startProbes } from './probe';
import { countPushes, type Pushes } from './pushes';
import { APPS, type AppName, type ChaosSite } from './site';
import { startTalker } from './talk';
import { type Deals, type Lender, trade } from './trade';

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

/** How much was done: nothing of it may be 0. */
export interface Figures {
  messages: number;
  items: number;
  uploads: number;
  requests: number;
  acceptances: number;
  answers: number;
  requestsOnApp1: number;
  requestsOnApp2: number;
  socketsOnApp1: number;
  socketsOnApp2: number;
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
/** More than one, since the uploads that a member may try in an hour are few. */
const LENDERS = 8;
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

type NewCaller = (app: AppName, member?: Caller['member']) => Promise<Caller>;

/** Makes callers who come to a process by their address. */
function callersOf(site: ChaosSite, addresses: Addresses): NewCaller {
  const next = { app1: 0, app2: 0 };
  return async (app, member) => {
    const address = addresses[app][next[app]++ % addresses[app].length];
    return createCaller(site, member ?? (await createMember(site.db)), { app, address });
  };
}

/** A room whose two people are on different processes. */
async function openRoom({ db }: ChaosSite, caller: NewCaller) {
  const [author, inquirer] = await Promise.all([caller('app1'), caller('app2')]);
  return {
    pair: [author, inquirer],
    roomId: await askAbout(inquirer, (await createItemRow(db, author.member)).id),
  };
}

async function askAbout(inquirer: Caller, itemId: string): Promise<string> {
  const answer = await inquirer.insist('POST', '/api/v1/rooms', { itemId });
  return (answer.body as { id: string }).id;
}

async function createTraders(caller: NewCaller) {
  const lenders = await Promise.all(
    times(LENDERS, async (): Promise<Lender> => {
      const here = await caller('app1');
      return { here, there: await caller('app2', here.member) };
    }),
  );
  const renters = await Promise.all([caller('app1'), caller('app2')]);
  return { lenders, renters: renters as readonly [Caller, Caller] };
}

async function createCouriers(site: ChaosSite): Promise<Couriers> {
  const [app1, app2] = (await Promise.all(
    APPS.map(async (app) => createCaller(site, await createMember(site.db), { app })),
  )) as [Caller, Caller];
  const item = await createItemRow(site.db, app1.member);
  return startCouriers(site, { app1, app2 }, await askAbout(app2, item.id));
}

async function createAsked(site: ChaosSite, caller: NewCaller, couriers: Couriers) {
  const { id: itemId } = await createItemRow(site.db, await createMember(site.db));
  const direct = async (app: AppName) => createCaller(site, await createMember(site.db), { app });
  return {
    callers: { app1: await caller('app1'), app2: await caller('app2') },
    direct: { app1: await direct('app1'), app2: await direct('app2') },
    couriers,
    itemId,
  };
}

function figuresOf(
  talkers: readonly ReturnType<typeof startTalker>[],
  made: readonly Deals[],
  probes: readonly Probe[],
  callers: readonly Caller[],
): Figures {
  return {
    messages: sum(talkers.map(({ acknowledged }) => acknowledged.length)),
    items: sum(made.map(({ items }) => items.length)),
    uploads: sum(made.map(({ uploads }) => uploads)),
    requests: sum(made.map(({ requested }) => requested.length)),
    acceptances: sum(made.map(({ accepted }) => accepted.length)),
    answers: probes.length,
    requestsOnApp1: sum(callers.map(({ served }) => served.app1)),
    requestsOnApp2: sum(callers.map(({ served }) => served.app2)),
    socketsOnApp1: sum(talkers.map(({ served }) => served.app1)),
    socketsOnApp2: sum(talkers.map(({ served }) => served.app2)),
  };
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

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
