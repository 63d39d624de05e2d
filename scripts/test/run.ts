// `npm test`: everything, on a fresh checkout. Words after `--` name the stages to run: static, jest, browser, cluster, chaos.

import { runBrowserTests } from './browser';
import { buildBeside } from './build-beside';
import { runClusterTests } from './cluster';
import { runJest } from './jest';
import { runStaticChecks } from './static-checks';
import { requireTools } from './tools';

export interface Outcome {
  passed: number;
  failed: number;
}

type Stage = (tools: Promise<void>, next: readonly string[]) => Promise<Outcome>;

const STAGES: Record<string, Stage> = {
  // Needs no program of the system: what is missing comes meanwhile.
  static: runStaticChecks,
  jest: async (tools, next) => {
    await tools;
    const stage = () => runJest(['unit', 'components', 'integration', 'realtime']);
    return next.length > 0 ? buildBeside(stage) : stage();
  },
  browser: (tools) => tools.then(runBrowserTests),
  cluster: (tools) => tools.then(runClusterTests),
  // By itself: it asks how soon there is an answer.
  chaos: (tools) => tools.then(() => runJest(['chaos'])),
};

async function main() {
  const named = process.argv.slice(2).filter((word) => word in STAGES);
  const wanted = Object.keys(STAGES).filter((name) => named.length === 0 || named.includes(name));
  const tools = requireTools();
  // Whoever waits for them hears of it.
  tools.catch(() => undefined);
  const total: Outcome = { passed: 0, failed: 0 };
  for (const [index, name] of wanted.entries()) {
    const startedAt = Date.now();
    console.log(`\n— ${name}`);
    const outcome = await STAGES[name]?.(tools, wanted.slice(index + 1));
    if (!outcome) continue;
    console.log(`— ${name}: ${outcome.passed} passed, ${outcome.failed} failed, ${seconds(startedAt)} s`);
    total.passed += outcome.passed;
    total.failed += outcome.failed;
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
}

function seconds(startedAt: number): number {
  return Math.round((Date.now() - startedAt) / 1000);
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  console.log('\n0 passed, 1 failed');
  process.exitCode = 1;
});
