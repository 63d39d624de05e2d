import { spawn } from 'node:child_process';
import type { Outcome } from './run';

const CHECKS: Record<string, string[]> = {
  'format and lint': ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'],
  types: ['node_modules/typescript/bin/tsc', '--noEmit'],
  'import rules': [
    'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    ...[
      'app',
      'components',
      'lib',
      'prisma',
      'scripts',
      'server.ts',
      'serve.ts',
      'lead.ts',
      '--config',
      '.dependency-cruiser.cjs',
    ],
  ],
};

/** Each check counts as one test; what a failing one says is printed. */
export async function runStaticChecks(): Promise<Outcome> {
  const results = await Promise.all(Object.entries(CHECKS).map(([name, args]) => runCheck(name, args)));
  const passed = results.filter(Boolean).length;
  return { passed, failed: results.length - passed };
}

function runCheck(name: string, args: string[]): Promise<boolean> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk));
  return new Promise((resolve) => {
    child.on('close', (code) => {
      console.log(code === 0 ? `✓ ${name}` : `✗ ${name}\n${output}`);
      resolve(code === 0);
    });
  });
}
