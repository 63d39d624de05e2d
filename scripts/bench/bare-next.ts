import { execFileSync, spawn } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { end, freePort, line, type Running } from './site';

/**
 * Builds a Next.js project of these files with the release that the product uses, and starts it.
 *
 * @param files text by path, below app/
 */
export async function startBareNext(name: string, files: Record<string, string>): Promise<Running> {
  // Inside this checkout, so that it finds the same packages.
  const folder = resolve('.cache/bench', name);
  await rm(folder, { recursive: true, force: true });
  const all = { 'next.config.mjs': config(), 'package.json': '{"private":true}', ...files };
  for (const [path, text] of Object.entries(all)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  const program = resolve('node_modules/next/dist/bin/next');
  const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' };
  execFileSync(process.execPath, [program, 'build', folder], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const port = await freePort();
  const child = spawn(process.execPath, [program, 'start', folder, '-p', String(port)], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await line(child, 'Ready');
  return { url: `http://localhost:${port}`, pid: () => child.pid ?? 0, stop: () => end(child) };
}

function config(): string {
  const root = JSON.stringify(resolve('.'));
  return `export default { poweredByHeader: false, turbopack: { root: ${root} }, outputFileTracingRoot: ${root} };\n`;
}
