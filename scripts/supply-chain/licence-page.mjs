import { readFileSync } from 'node:fs';

/** Licences that their package.json names in an old form or not at all; read in the packages themselves. */
const READ_BY_HAND = {
  busboy: 'MIT',
  'seq-queue': 'MIT',
  streamsearch: 'MIT',
  'xmlhttprequest-ssl': 'MIT',
};

/** @returns {{ name: string, version: string, licence: string, isDev: boolean }[]} every locked package once, by name */
export function lockedLicences() {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  const found = new Map();
  for (const [path, entry] of Object.entries(packages)) {
    if (path === '') continue;
    // An alias says in `name` what it is.
    const name = entry.name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const id = `${name}@${entry.version}`;
    const isDev = Boolean(entry.dev) && (found.get(id)?.isDev ?? true);
    const licence = entry.license ?? READ_BY_HAND[name] ?? 'UNKNOWN';
    found.set(id, { name, version: entry.version, licence, isDev });
  }
  return [...found.values()].sort(
    (one, other) => compare(one.name, other.name) || compare(one.version, other.version),
  );
}

/** Text of docs/LICENCES.md. */
export function licencePage() {
  const byLicence = new Map();
  for (const one of lockedLicences())
    byLicence.set(one.licence, [...(byLicence.get(one.licence) ?? []), one]);
  const sections = [...byLicence].sort(([one], [other]) => compare(one, other)).map(section);
  return `# Licences\n\nWritten by \`npm run licences\` from package-lock.json; not to be edited. Packages marked * only build or test the product.\n\n${sections.join('\n')}`;
}

function section([licence, all]) {
  const lines = all.map(({ name, version, isDev }) => `- ${name} ${version}${isDev ? ' *' : ''}`);
  return `## ${licence} (${all.length})\n\n${lines.join('\n')}\n`;
}

function compare(one, other) {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
