// Brings a checkout to where TypeScript can run: dependencies installed, Prisma client written. Does nothing when both are
// up to date.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const OLDEST_NODE = [20, 19];

export function prepare() {
  requireNode();
  process.chdir(dirname(import.meta.dirname));
  // An image of the product carries what it needs, and no lockfile.
  if (!existsSync('package-lock.json')) return;
  // Its version is pinned by the lockfile; what later ones will ask for is no news at every start.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
  step(
    'node_modules/.egodaeyeo',
    // Not package.json: a script added there changes no dependency, and tests hold the two to each other.
    ['package-lock.json'],
    'Installing dependencies …',
    install,
  );
  step('lib/db/generated/.egodaeyeo', ['prisma/schema.prisma', 'node_modules/.egodaeyeo'], null, generate);
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [wantedMajor, wantedMinor] = OLDEST_NODE;
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  fail(`Node ${OLDEST_NODE.join('.')} or later is needed; this is ${process.versions.node}.`);
}

function step(stamp, inputs, title, work) {
  const hash = createHash('sha256');
  for (const path of inputs) hash.update(readFileSync(path));
  const wanted = hash.digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  if (title) console.log(title);
  work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

function install() {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const flags = ['ci', '--include=dev', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];
  const { status } = spawnSync(npm, flags, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) fail('The dependencies could not be installed: see the lines above.');
}

function generate() {
  const { status } = spawnSync(process.execPath, ['scripts/generate.mjs'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) fail('The database client could not be written: see the lines above.');
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
