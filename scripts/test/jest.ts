import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { Outcome } from './run';

const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numRuntimeErrorTestSuites: z.number(),
});

/** Runs jest projects. A skipped test and a file that does not load count as failed. */
export async function runJest(projects: string[], env: NodeJS.ProcessEnv = process.env): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'egodaeyeo-jest-'));
  const report = join(folder, 'report.json');
  const args = ['--selectProjects', ...projects, '--json', `--outputFile=${report}`, '--forceExit'];
  const child = spawn(process.execPath, ['node_modules/jest/bin/jest.js', ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  const text = await readFile(report, 'utf8').catch(() => null);
  await rm(folder, { recursive: true, force: true });
  if (text === null) return { passed: 0, failed: 1 };
  const result = reportSchema.parse(JSON.parse(text));
  const failed = result.numFailedTests + result.numPendingTests + result.numRuntimeErrorTestSuites;
  return { passed: result.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
}
