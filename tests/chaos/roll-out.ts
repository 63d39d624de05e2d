import { setTimeout as sleep } from 'node:timers/promises';
import { type CrowdReport, startCrowd } from './crowd';
import type { ChaosSite } from './site';

/** As deploy/roll-out.sh waits: each of nginx's workers finds out for itself that a process is back. */
const UNTIL_KNOWN_MS = 5_000;

/** Replaces both processes one after the other while the site is in use: nobody may notice. */
export async function rollOut(
  site: ChaosSite,
  rounds: number,
): Promise<CrowdReport & { exitCodes: unknown[] }> {
  const crowd = await startCrowd(site);
  const exitCodes: unknown[] = [];
  await sleep(2_000);
  for (let round = 0; round < rounds; round += 1) {
    for (const app of [site.parts.app1, site.parts.app2]) {
      exitCodes.push(await app.terminate());
      await app.start();
      await sleep(UNTIL_KNOWN_MS);
    }
  }
  const report = await crowd.finish(() => undefined);
  // Whoever asks a process past nginx hears that it is away.
  return { ...report, probes: report.probes.filter(({ isDirect }) => !isDirect), exitCodes };
}
