import { spawn } from 'node:child_process';
import { join, parse } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build as bundle } from 'esbuild';
import { FOR_NODE } from '../bundle.mjs';
import { readBuildStamp } from './build-stamp';
import { compressFiles } from './compress-files';
import { serverEntry } from './server-entry';

/**
 * Builds pages and server unless this build is of the same sources already.
 *
 * @returns whether anything was built
 * @throws Error with the tail of the compiler's output
 */
export async function buildIfChanged(distDir: string): Promise<boolean> {
  const stamp = await readBuildStamp(distDir);
  if (stamp.isCurrent) return false;
  await stamp.remove();
  await buildPages(distDir);
  // With the compiler that it needs, which no second start waits for.
  const { compileAhead } = await import('./compile-ahead');
  await compileAhead(distDir);
  await compressFiles(join(distDir, 'static'));
  await bundleServer(distDir);
  await stamp.write();
  return true;
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
    ...FOR_NODE,
    entryPoints: { [name]: 'server.ts' },
    outdir: dir,
    outExtension: { '.js': ext },
    chunkNames: `${name}-[hash]`,
    sourcemap: 'linked',
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const built = await buildIfChanged(process.env.NEXT_DIST_DIR || '.next');
  console.log(built ? 'Built.' : 'Nothing has changed since the last build.');
}
