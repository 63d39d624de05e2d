import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Programs of the system that the suite needs, and the Debian packages that bring them. */
const TOOLS = [
  { packages: ['chromium'], isThere: () => chromiumPath() !== null },
  { packages: ['fonts-noto-cjk'], isThere: () => succeeds('sh', ['-c', 'fc-list :lang=ko | grep -q .']) },
  {
    packages: ['python3', 'python3-boto3', 'python3-requests', 'python3-socketio'],
    isThere: () => succeeds('/usr/bin/python3', ['-c', 'import boto3, requests, socketio']),
  },
  { packages: ['nginx'], isThere: () => findProgram('nginx') !== null },
  { packages: ['redis-server'], isThere: () => findProgram('redis-server') !== null },
];

/** What a browser needs to show our pages: without a Korean face it asks for one syllable by syllable, and shows boxes. */
export const FOR_A_BROWSER = ['chromium', 'fonts-noto-cjk'];

/**
 * Installs what is missing with apt-get where this process may.
 *
 * @param only packages that are enough for what is run; all when left out
 * @throws Error naming what to install by hand
 */
export function requireTools(only?: readonly string[]): void {
  const wanted = TOOLS.filter(({ packages }) => !only || packages.some((name) => only.includes(name)));
  const missing = wanted.filter((tool) => !tool.isThere());
  if (missing.length === 0) return;
  const packages = missing.flatMap((tool) => tool.packages);
  if (findProgram('apt-get') && process.getuid?.() === 0) {
    console.log(`Installing ${packages.join(', ')} …`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-q'], { stdio: 'ignore', env });
    spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], {
      stdio: 'ignore',
      env,
    });
  }
  const absent = missing.filter((tool) => !tool.isThere()).flatMap((tool) => tool.packages);
  if (absent.length > 0)
    throw new Error(`The tests need these Debian packages (or their like): ${absent.join(', ')}.`);
}

/** Where Chromium is on PATH, or null. */
export function chromiumPath(): string | null {
  return (
    ['chromium', 'chromium-browser', 'google-chrome'].map(findProgram).find((path) => path !== null) ?? null
  );
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

function succeeds(program: string, args: string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}
