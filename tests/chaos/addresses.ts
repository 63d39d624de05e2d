import { Agent } from 'node:https';
import { send } from './caller';
import { APPS, type AppName, type ChaosSite } from './site';

export type Addresses = Record<AppName, string[]>;

/** Addresses for each process: more only makes the run longer. */
const ENOUGH = 12;

/** Addresses of this machine from which nginx leads to each of the processes: it goes by the address of whoever asks. */
export async function findAddresses({ url, appOf }: ChaosSite): Promise<Addresses> {
  const found: Addresses = { app1: [], app2: [] };
  for (let last = 2; last < 250 && APPS.some((app) => found[app].length < ENOUGH); last += 1) {
    const localAddress = `127.0.0.${last}`;
    const agent = new Agent({ rejectUnauthorized: false, localAddress });
    const { servedBy } = await send(agent, `${url}/api/health`, { method: 'GET', headers: {} });
    agent.destroy();
    const app = appOf(servedBy);
    if (app) found[app].push(localAddress);
  }
  for (const app of APPS) if (found[app].length === 0) throw new Error(`nginx leads nobody to ${app}.`);
  return found;
}
