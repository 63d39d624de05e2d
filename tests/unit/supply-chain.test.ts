import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

interface LockedPackage {
  version?: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

const locked = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages as Record<
  string,
  LockedPackage
>;

/** Oldest versions without a known fault that bears on this product. */
const FLOORS = {
  next: '16.4.1',
  react: '19.2.6',
  'react-dom': '19.2.6',
  'next-auth': '4.24.15',
  'engine.io': '6.6.7',
  'socket.io-parser': '4.2.7',
};

describe('the packages that are installed', () => {
  it.each(Object.entries(FLOORS))('%s is at least %s, wherever it is installed', (name, floor) => {
    const found = Object.entries(locked).filter(([path]) => path.endsWith(`node_modules/${name}`));
    expect(found).not.toEqual([]);
    const tooOld = found.filter(([, { version }]) => !isAtLeast(version, floor));
    expect(tooOld.map(([path, { version }]) => `${path} ${version}`)).toEqual([]);
  });

  it('a version is compared number by number', () => {
    expect(isAtLeast('16.10.0', '16.4.1')).toBe(true);
    expect(isAtLeast('16.4.0', '16.4.1')).toBe(false);
    expect(isAtLeast('16.4.1-canary.3', '16.4.1')).toBe(false);
    expect(isAtLeast(undefined, '16.4.1')).toBe(false);
  });

  it('has an entry for every package of another platform that a package names', () => {
    const missing = Object.entries(locked).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => resolveFrom(path, name) === null)
        .map((name) => `${path} → ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it('has an entry for every package that a package needs', () => {
    const missing = Object.entries(locked).flatMap(([path, { dependencies = {} }]) =>
      Object.keys(dependencies)
        .filter((name) => resolveFrom(path, name) === null)
        .map((name) => `${path} → ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it('was locked from the same package.json', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(locked['']).toMatchObject({ dependencies, devDependencies });
  });
});

describe('what the repository must not know', () => {
  // Put together here, so that this file does not hold them.
  const words = [
    ['registry', 'npmjs', 'org'].join('.'),
    ...['work', 'root', 'Users'].map((name) => `/${name}/`),
  ];

  it.each(words)('no tracked file holds %s', (word) => {
    expect(filesWith(word)).toEqual([]);
  });

  it('the search finds what is there', () => {
    expect(filesWith('describe(').length).toBeGreaterThan(1);
  });

  it('no package is tied to the host that it was fetched from', () => {
    expect(readFileSync('package-lock.json', 'utf8')).not.toContain('"resolved"');
  });
});

function filesWith(word: string): string[] {
  try {
    return execFileSync('git', ['grep', '-l', '-I', '-F', '-e', word], { encoding: 'utf8' })
      .trim()
      .split('\n');
  } catch (error) {
    // git grep leaves with 1 when nothing is found.
    if ((error as { status?: number }).status === 1) return [];
    throw error;
  }
}

/** Where Node would find a package from another one, as npm lays them out; null when nowhere. */
function resolveFrom(path: string, name: string): string | null {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const candidate = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (candidate in locked) return candidate;
    if (folder === '') return null;
  }
}

function isAtLeast(version: string | undefined, floor: string): boolean {
  const [numbers = '', early] = (version ?? '0').split('-');
  const [a, b] = [numbers, floor].map((text) => text.split('.').map(Number));
  for (const [index, wanted] of (b ?? []).entries()) {
    const had = a?.[index] ?? 0;
    if (had !== wanted) return had > wanted;
  }
  return early === undefined;
}
