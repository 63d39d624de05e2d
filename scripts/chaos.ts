import { checkProbes } from '../tests/chaos/check-probes';
import { LONG, SHORT } from '../tests/chaos/faults';
import { rollOut } from '../tests/chaos/roll-out';
import { runChaos } from '../tests/chaos/run-chaos';
import { type ChaosSite, startChaosSite } from '../tests/chaos/site';
import { buildIfChanged } from './start/build';
import { requireTools } from './test/tools';

const PARTS: Record<string, (site: ChaosSite, isShort: boolean) => Promise<string[]>> = {
  /** Everything is killed, frozen and cut off while everybody is at work. */
  async faults(site, isShort) {
    const { violations, ...report } = await runChaos(site, isShort ? SHORT : LONG, console.log);
    const count = Object.values(report.faults).reduce((total, one) => total + one, 0);
    console.log(report);
    console.log(`faults: ${count}`);
    return violations;
  },
  /** Both processes are replaced, one after the other. */
  async 'roll-out'(site, isShort) {
    const { violations, failures, probes, exitCodes, figures } = await rollOut(site, isShort ? 1 : 10);
    console.log({ replaced: exitCodes.length, ...figures });
    const unclean = exitCodes.filter((code) => code !== 0).map((code) => `a process ended with ${code}`);
    return [...violations, ...failures, ...unclean, ...checkProbes(probes, [])];
  },
};

/** `npm run chaos [-- short] [-- faults | roll-out]`: exit code 1 on any violation. */
async function main() {
  requireTools();
  await buildIfChanged(process.env.PRODUCT_BUILD ?? '.next');
  const words = process.argv.slice(2);
  const violations: string[] = [];
  for (const [name, run] of Object.entries(PARTS)) {
    if (words.some((word) => word in PARTS) && !words.includes(name)) continue;
    console.log(`— ${name}`);
    const site = await startChaosSite('by-address', name !== 'roll-out');
    try {
      violations.push(...(await run(site, words.includes('short'))));
    } finally {
      await site.stop();
    }
  }
  for (const violation of violations) console.log(`violation: ${violation}`);
  console.log(violations.length === 0 ? 'Nothing was lost.' : `${violations.length} violations.`);
  process.exitCode = violations.length === 0 ? 0 : 1;
}

main().then(
  () => process.exit(),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
