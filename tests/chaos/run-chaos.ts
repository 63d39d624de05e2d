import { setTimeout as sleep } from 'node:timers/promises';
import type { Caller } from './caller';
import { checkProbes } from './check';
import { type CrowdReport, startCrowd } from './crowd';
import { type Fault, faultsOf, type Measure } from './faults';
import type { ChaosSite } from './site';

export interface Window {
  fault: Fault;
  from: number;
  /** when what was taken away was back */
  until: number;
  /** from then until everything answered again */
  healthyAfterMs: number;
}

export type ChaosReport = Pick<CrowdReport, 'messages' | 'items' | 'rentals' | 'violations'> & {
  faults: number;
  answers: number;
  longestRecoveryMs: number;
};

const CALM_MS = 1_200;
const HOPELESS_MS = 60_000;

/** Kills, freezes and cuts off the parts of a site that is in use, one after the other. */
export async function runChaos(
  site: ChaosSite,
  measure: Measure,
  say: (line: string) => void,
): Promise<ChaosReport> {
  const crowd = await startCrowd(site);
  await sleep(CALM_MS * 2);
  const windows: Window[] = [];
  for (const fault of faultsOf(measure)) {
    const from = Date.now();
    await fault.run(site);
    const until = Date.now();
    const healthyAfterMs = await recovery(crowd.watchers);
    windows.push({ fault, from, until, healthyAfterMs });
    say(`${fault.name}: healthy after ${Math.round(healthyAfterMs)} ms`);
    await sleep(CALM_MS);
  }
  const { probes, violations, messages, items, rentals } = await crowd.finish(say);
  return {
    faults: windows.length,
    messages,
    items,
    rentals,
    answers: probes.length,
    longestRecoveryMs: Math.round(Math.max(...windows.map(({ healthyAfterMs }) => healthyAfterMs))),
    violations: [...violations, ...checkProbes(probes, windows)],
  };
}

/** Until each of them gets what they ask for, from whichever process the balancer gives it. */
async function recovery(callers: readonly Caller[]): Promise<number> {
  const begun = performance.now();
  const isWell = async (caller: Caller) => {
    for (const path of ['/api/v1/me', '/api/health']) {
      const answer = await caller.ask('GET', path).catch(() => null);
      if (answer?.status !== 200) return false;
    }
    return true;
  };
  while (performance.now() - begun < HOPELESS_MS) {
    const wells = await Promise.all(callers.map(isWell));
    if (wells.every(Boolean)) break;
    await sleep(50);
  }
  return performance.now() - begun;
}
