import { createItemRow } from '@/tests/factories/items';
import { createMember } from '@/tests/factories/people';
import type { Addresses } from './addresses';
import { type Caller, createCaller } from './caller';
import { type Couriers, startCouriers } from './couriers';
import type { Asked } from './probe';
import { APPS, type AppName, type ChaosSite } from './site';
import type { Lender } from './trade';

/** More than one, since the uploads that a member may try in an hour are few. */
const LENDERS = 8;

export type NewCaller = (app: AppName, member?: Caller['member']) => Promise<Caller>;

/** Makes callers who come to a process by their address. */
export function callersOf(site: ChaosSite, addresses: Addresses): NewCaller {
  const next = { app1: 0, app2: 0 };
  return async (app, member) => {
    const address = addresses[app][next[app]++ % addresses[app].length];
    return createCaller(site, member ?? (await createMember(site.db)), { app, address });
  };
}

/** A room whose two people are on different processes. */
export async function openRoom({ db }: ChaosSite, caller: NewCaller) {
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

/** Lenders with a window on each process, and a renter on each. */
export async function createTraders(caller: NewCaller) {
  const lenders = await Promise.all(
    times(LENDERS, async (): Promise<Lender> => {
      const here = await caller('app1');
      return { here, there: await caller('app2', here.member) };
    }),
  );
  const renters = await Promise.all([caller('app1'), caller('app2')]);
  return { lenders, renters: renters as readonly [Caller, Caller] };
}

/** Past nginx, one on each process. */
export async function createCouriers(site: ChaosSite): Promise<Couriers> {
  const [app1, app2] = (await Promise.all(
    APPS.map(async (app) => createCaller(site, await createMember(site.db), { app })),
  )) as [Caller, Caller];
  const item = await createItemRow(site.db, app1.member);
  return startCouriers(site, { app1, app2 }, await askAbout(app2, item.id));
}

/** Whom small things are asked of. */
export async function createAsked(site: ChaosSite, caller: NewCaller, couriers: Couriers): Promise<Asked> {
  const { id: itemId } = await createItemRow(site.db, await createMember(site.db));
  const direct = async (app: AppName) => createCaller(site, await createMember(site.db), { app });
  return {
    callers: { app1: await caller('app1'), app2: await caller('app2') },
    direct: { app1: await direct('app1'), app2: await direct('app2') },
    couriers,
    itemId,
  };
}

function times<T>(count: number, make: () => Promise<T>): Promise<T>[] {
  return Array.from({ length: count }, make);
}
