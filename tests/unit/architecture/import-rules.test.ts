import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const DEPCRUISE = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const BIOME = resolve('node_modules/@biomejs/biome/bin/biome');

/** Checks a tree of two files, the first importing the second, with the project's own rules. */
function violationsOf(from: string, to: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'egodaeyeo-rules-'));
  try {
    for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json']) cpSync(file, join(folder, file));
    write(join(folder, to), 'export const value = 1;\n');
    write(
      join(folder, from),
      `import { value } from '@/${to.replace(/\.tsx?$/, '')}';\nexport const copy = value;\n`,
    );
    const top = from.split('/')[0] ?? '';
    const result = spawnSync(process.execPath, [DEPCRUISE, top, '--config', '.dependency-cruiser.cjs'], {
      cwd: folder,
      encoding: 'utf8',
    });
    return result.stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function write(path: string, text: string) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

describe('the import rules bite', () => {
  it.each([
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
  ])('%s may not import %s', (from, to, rule) => {
    expect(violationsOf(from, to)).toContain(rule);
  });

  it('lets a route import a verb', () => {
    expect(violationsOf('app/page.tsx', 'lib/features/items/server/list-items.ts')).toContain(
      'no dependency violations',
    );
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
