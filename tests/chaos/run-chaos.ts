import { setTimeout as sleep } from 'node:timers/promises';
import type { Caller } from './caller';
import { checkProbes, longestAnswerMs } from './check-probes';
import { type Crowd, type CrowdReport, startCrowd } from './crowd';
import { type Fault, faultsOf, type Measure } from './faults';
import type { ChaosSite } from './site';

export interface Window {
  fault: Fault;
  from: number;
  /** when what was taken away was back */
  until: number;
  /** from then until everything answered again, and texts of each process were pushed to the other */
  healthyAfterMs: number;
}

export interface ChaosReport extends Pick<CrowdReport, 'figures' | 'pushes' | 'violations'> {
  /** by kind */
  faults: Record<string, number>;
  longestRecoveryMs: number;
  longestAnswerMs: number;
}

/** Pages that are asked for the first time. */
const WARM_MS = 3_000;
const CALM_MS = 500;
/** So long nginx passes over a process that failed (deploy/nginx: a second, and it counts whole ones). */
const PASSED_OVER_MS = 2_000;
const HOPELESS_MS = 60_000;

/** Kills, freezes and cuts off the parts of a site that is in use, one after the other. */
export async function runChaos(
  site: ChaosSite,
  measure: Measure,
  say: (line: string) => void,
): Promise<ChaosReport> {
  const crowd = await startCrowd(site);
  await recovery(crowd);
  await sleep(WARM_MS);
  const windows: Window[] = [];
  const unmet: string[] = [];
  for (const fault of faultsOf(measure)) {
    if (!(await crowd.goHome())) unmet.push('somebody never comes to the process of their address');
    const last = windows.at(-1)?.fault.takes;
    await sleep(last === 'app' || last === 'nginx' ? PASSED_OVER_MS : CALM_MS);
    const from = Date.now();
    await fault.run(site);
    const until = Date.now();
    const healthyAfterMs = await recovery(crowd);
    windows.push({ fault, from, until, healthyAfterMs });
    say(`${fault.kind}${fault.of ? ` (${fault.of})` : ''}: healthy after ${Math.round(healthyAfterMs)} ms`);
    const deaths = deathsOf(site);
    unmet.push(...deaths);
    if (deaths.length > 0) break;
  }
  const { probes, violations, figures, pushes } = await crowd.finish(say);
  return {
    faults: tally(windows),
    figures,
    pushes,
    longestRecoveryMs: Math.round(Math.max(...windows.map(({ healthyAfterMs }) => healthyAfterMs))),
    longestAnswerMs: longestAnswerMs(probes, windows),
    violations: [...unmet, ...violations, ...checkProbes(probes, windows)],
  };
}

/**
 * Until all get what they ask for, from whichever process nginx gives them, all who chat are connected, and pushes go from
 * each process to the other.
 */
async function recovery({ watchers, couriers, areUp }: Crowd): Promise<number> {
  const begun = performance.now();
  await Promise.all([
    untilTrue(() => areAnswered(watchers)),
    untilTrue(async () => areUp()),
    couriers.cross(HOPELESS_MS),
  ]);
  return performance.now() - begun;
}

async function areAnswered(callers: readonly Caller[]): Promise<boolean> {
  const isWell = async (caller: Caller) => {
    for (const path of ['/api/v1/me', '/api/health']) {
      const answer = await caller.ask('GET', path).catch(() => null);
      if (answer?.status !== 200) return false;
    }
    return true;
  };
  return (await Promise.all(callers.map(isWell))).every(Boolean);
}

async function untilTrue(isSo: () => Promise<boolean>) {
  const giveUpAt = Date.now() + HOPELESS_MS;
  while (!(await isSo()) && Date.now() < giveUpAt) await sleep(50);
}

/** A part that ends of another's loss, or of anything but us. */
function deathsOf({ parts }: ChaosSite): string[] {
  return Object.entries(parts).flatMap(([name, { deaths }]) =>
    deaths.map((how) => `${name} died by itself: ${how}`),
  );
}

function tally(windows: readonly Window[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { fault } of windows) counts.set(fault.kind, (counts.get(fault.kind) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => a.localeCompare(b)));
}
