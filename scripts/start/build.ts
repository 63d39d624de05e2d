import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build as bundle } from 'esbuild';
import { compressFiles } from './compress-files';
import { serverEntry } from './server-entry';

const SOURCES = ['app', 'components', 'lib', 'messages', 'public', 'types'];
const FILES = [
  'server.ts',
  'serve.ts',
  'next.config.js',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
];

/**
 * Builds pages and server unless this build is of the same sources already.
 *
 * @returns whether anything was built
 * @throws Error with the tail of the compiler's output
 */
export async function buildIfChanged(distDir: string): Promise<boolean> {
  const stamp = join(distDir, 'egodaeyeo-build.txt');
  const wanted = await hashSources();
  if ((await readFile(stamp, 'utf8').catch(() => '')) === wanted) return false;
  await rm(stamp, { force: true });
  await buildPages(distDir);
  await compressFiles(join(distDir, 'static'));
  await bundleServer(distDir);
  await writeFile(stamp, wanted);
  return true;
}

async function hashSources(): Promise<string> {
  const hash = createHash('sha256');
  const listed = await Promise.all(SOURCES.map((folder) => listFiles(folder)));
  for (const path of [...FILES, ...listed.flat()].sort()) hash.update(path).update(await readFile(path));
  return hash.digest('hex');
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

function buildPages(distDir: string): Promise<void> {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production',
    NEXT_DIST_DIR: distDir,
    NEXT_TELEMETRY_DISABLED: '1',
  };
  const child = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stopWithParent = () => void child.kill();
  process.once('exit', stopWithParent);
  let output = '';
  const collect = (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-6_000);
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  return new Promise((resolve, reject) => {
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`The pages do not build:\n${output}`)),
    );
  });
}

/** For Node, so that a start compiles nothing; packages stay outside. What is loaded later is a file of its own. */
async function bundleServer(distDir: string): Promise<void> {
  const { dir, name, ext } = parse(serverEntry(distDir));
  await bundle({
    entryPoints: { [name]: 'server.ts' },
    outdir: dir,
    outExtension: { '.js': ext },
    chunkNames: `${name}-[hash]`,
    bundle: true,
    splitting: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    sourcemap: 'linked',
    logLevel: 'error',
    tsconfig: 'tsconfig.json',
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const built = await buildIfChanged(process.env.NEXT_DIST_DIR || '.next');
  console.log(built ? 'Built.' : 'Nothing has changed since the last build.');
}
