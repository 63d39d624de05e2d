// Programs in TypeScript as files that Node runs as they are: loading the compiler at each start would take longer than what
// most of them do. They are bundled anew when one of their sources has changed.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, parse, resolve } from 'node:path';

const FOLDER = '.cache/programs';
/** What else a bundle depends on. */
const ALWAYS = ['package-lock.json', 'tsconfig.json', 'scripts/bundle.mjs'];

/**
 * How a program of ours becomes a file for Node; packages stay outside, what is imported later is a file of its own.
 *
 * @type {import('esbuild').BuildOptions}
 */
export const FOR_NODE = {
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
  logLevel: 'error',
  tsconfig: 'tsconfig.json',
};

/**
 * @param {string} source path of the program from the root of the checkout, which is the working folder
 * @returns {Promise<string>} path of what Node runs
 */
export async function bundleOf(source) {
  const { name } = parse(source);
  const folder = join(FOLDER, name);
  const program = join(folder, `${name}.mjs`);
  const stamp = join(folder, 'stamp.json');
  if (existsSync(program) && isCurrent(stamp)) return program;
  const { build } = await import('esbuild');
  const { metafile, outputFiles } = await build({
    ...FOR_NODE,
    entryPoints: { [name]: source },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    chunkNames: '[name]-[hash]',
    metafile: true,
    write: false,
  });
  const inputs = [...ALWAYS, ...Object.keys(metafile.inputs)];
  mkdirSync(folder, { recursive: true });
  // The program comes after what it names.
  const isProgram = ({ path }) => path === resolve(program);
  for (const { path, contents } of outputFiles.filter((file) => !isProgram(file))) putInPlace(path, contents);
  for (const { path, contents } of outputFiles.filter(isProgram)) putInPlace(path, contents);
  putInPlace(stamp, JSON.stringify({ inputs, hash: hashOf(inputs) }));
  return program;
}

/** Whole or not at all: another start may read it meanwhile. */
function putInPlace(path, contents) {
  const beside = `${path}.${process.pid}`;
  writeFileSync(beside, contents);
  renameSync(beside, path);
}

function isCurrent(stamp) {
  try {
    const { inputs, hash } = JSON.parse(readFileSync(stamp, 'utf8'));
    return hashOf(inputs) === hash;
  } catch {
    // None yet, or one of the sources is gone.
    return false;
  }
}

function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(path).update(readFileSync(path));
  return hash.digest('hex');
}
