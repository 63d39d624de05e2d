// `npm test`: everything, on a fresh checkout. Words after `--` name the stages to run: static, jest, browser, cluster, chaos.
import { runBrowserTests } from './browser';
import { runClusterTests } from './cluster';
import { runJest } from './jest';
import { runStaticChecks } from './static-checks';
import { requireTools } from './tools';

export interface Outcome {
  passed: number;
  failed: number;
}

const STAGES: Record<string, () => Promise<Outcome>> = {
  static: runStaticChecks,
  jest: () => runJest(['unit', 'components', 'integration', 'realtime']),
  browser: runBrowserTests,
  cluster: runClusterTests,
  // By itself: it asks how soon there is an answer.
  chaos: () => runJest(['chaos']),
};

async function main() {
  const wanted = process.argv.slice(2).filter((word) => word in STAGES);
  requireTools();
  const total: Outcome = { passed: 0, failed: 0 };
  for (const [name, stage] of Object.entries(STAGES)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const startedAt = Date.now();
    console.log(`\n— ${name}`);
    const outcome = await stage();
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
