import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Programs of the system that the suite needs, and the Debian packages that bring them. */
const TOOLS = [
  { packages: ['chromium-headless-shell'], isThere: () => chromiumPath() !== null },
  { packages: ['fonts-noto-cjk'], isThere: () => succeeds('sh', ['-c', 'fc-list :lang=ko | grep -q .']) },
  {
    packages: ['python3', 'python3-boto3', 'python3-requests', 'python3-socketio'],
    isThere: () => succeeds('/usr/bin/python3', ['-c', 'import boto3, requests, socketio']),
  },
  { packages: ['nginx'], isThere: () => findProgram('nginx') !== null },
  { packages: ['redis-server'], isThere: () => findProgram('redis-server') !== null },
];

/** What a browser needs to show our pages: without a Korean face it asks for one syllable by syllable, and shows boxes. */
export const FOR_A_BROWSER = ['chromium-headless-shell', 'fonts-noto-cjk'];

/**
 * Installs what is missing with apt-get where this process may.
 *
 * @param only packages that are enough for what is run; all when left out
 * @throws Error naming what to install by hand
 */
export async function requireTools(only?: readonly string[]): Promise<void> {
  const wanted = TOOLS.filter(({ packages }) => !only || packages.some((name) => only.includes(name)));
  const missing = wanted.filter((tool) => !tool.isThere());
  if (missing.length === 0) return;
  const packages = missing.flatMap((tool) => tool.packages);
  if (findProgram('apt-get') && process.getuid?.() === 0) {
    console.log(`Installing ${packages.join(', ')} …`);
    await run('apt-get', ['update', '-q']);
    await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages]);
  }
  const absent = missing.filter((tool) => !tool.isThere()).flatMap((tool) => tool.packages);
  if (absent.length > 0)
    throw new Error(`The tests need these Debian packages (or their like): ${absent.join(', ')}.`);
}

/** The first shows no window, not even to itself: the same pages for a fifth less processor time. */
const BROWSERS = [
  'chromium-headless-shell',
  'chrome-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
];

/** Where Chromium is on PATH, or null. */
export function chromiumPath(): string | null {
  return BROWSERS.map(findProgram).find((path) => path !== null) ?? null;
}

/** Path of a program, on PATH or where Debian keeps those of the system; null when it is not there. */
export function findProgram(name: string): string | null {
  for (const folder of [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin']) {
    const path = join(folder, name);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // not in this folder
    }
  }
  return null;
}

/** Until it ends, however it ends: what is missing then is looked for. */
function run(program: string, args: string[]): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const child = spawn(program, args, { stdio: 'ignore', env });
  return new Promise((resolve) => {
    child.once('error', () => resolve());
    child.once('close', () => resolve());
  });
}

function succeeds(program: string, args: string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}
