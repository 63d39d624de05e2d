import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const DEPCRUISE = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const BIOME = resolve('node_modules/@biomejs/biome/bin/biome');

const FORBIDDEN = [
  ['app/page.tsx', 'lib/db/client.ts', 'app-not-to-db'],
  ['components/items/card.tsx', 'lib/features/items/server/list-items.ts', 'components-are-presentational'],
  ['components/ui/card.tsx', 'components/items/card.tsx', 'ui-knows-no-domain'],
  ['lib/features/items/pricing.ts', 'lib/db/client.ts', 'pure-files-stay-pure'],
  ['lib/features/items/server/get-item.ts', 'lib/realtime/server/hub.ts', 'domain-knows-no-framework'],
  [
    'lib/features/items/server/get-item.ts',
    'lib/features/rentals/server/get-rental.ts',
    'feature-order-items',
  ],
  ['lib/realtime/client/connection.ts', 'lib/realtime/server/hub.ts', 'client-realtime-is-for-browsers'],
] as const;
const ALLOWED = [['app/layout.tsx', 'lib/features/items/server/list-items.ts']] as const;

/** Checks a tree of files that import each other so, with the project's own rules. @returns what is said of each pair */
function violationsOf(pairs: readonly (readonly [string, string, ...string[]])[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'egodaeyeo-rules-'));
  try {
    for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json']) cpSync(file, join(folder, file));
    const paths = new Set([...pairs.map(([from]) => from), ...pairs.map(([, to]) => to)]);
    for (const path of paths) {
      const imported = pairs.filter(([from]) => from === path).map(([, to]) => to.replace(/\.tsx?$/, ''));
      const imports = imported.map((to, index) => `export { value as value${index} } from '@/${to}';\n`);
      write(join(folder, path), `${imports.join('')}export const value = 1;\n`);
    }
    const args = ['app', 'components', 'lib', '--config', '.dependency-cruiser.cjs'];
    const result = spawnSync(process.execPath, [DEPCRUISE, ...args], { cwd: folder, encoding: 'utf8' });
    return result.stdout.split('\n').filter((line) => line.includes(' → '));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function write(path: string, text: string) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

describe('the import rules bite', () => {
  let lines: string[] = [];
  beforeAll(() => {
    lines = violationsOf([...FORBIDDEN, ...ALLOWED]);
  });
  const said = (from: string, to: string) =>
    lines.filter((line) => line.includes(` ${from} `) && line.endsWith(` ${to}`));

  it.each(FORBIDDEN)('%s may not import %s', (from, to, rule) => {
    expect(said(from, to).join()).toContain(` ${rule}: `);
  });

  it.each(ALLOWED)('%s may import %s', (from, to) => {
    expect(said(from, to)).toEqual([]);
  });

  it('lets only lib/env read process.env', () => {
    expect(lintOf('lib/features/items/server/get-item.ts')).toContain('noProcessEnv');
    expect(lintOf('lib/env/server-env.ts')).not.toContain('noProcessEnv');
  });
});

/** What the linter says of a file at that place that reads the environment. */
function lintOf(path: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'egodaeyeo-lint-'));
  try {
    cpSync('biome.json', join(folder, 'biome.json'));
    write(join(folder, path), 'export const port = process.env.PORT;\n');
    const result = spawnSync(process.execPath, [BIOME, 'lint', '--vcs-enabled=false', path], {
      cwd: folder,
      encoding: 'utf8',
    });
    return result.stdout + result.stderr;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
