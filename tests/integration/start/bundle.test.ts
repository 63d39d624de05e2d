import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

describe('a program in TypeScript that Node runs as it is', () => {
  let folder: string;
  const put = (path: string, text: string) => writeFile(join(folder, path), text);
  /** What it says, and when it was written. */
  async function run() {
    const code = `console.log(await (await import('./scripts/bundle.mjs')).bundleOf('program.ts'))`;
    const node = (args: string[]) =>
      execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8' }).trim();
    const path = node(['--input-type=module', '-e', code]);
    return { said: node([path]), at: (await stat(join(folder, path))).mtimeMs };
  }

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'egodaeyeo-bundle-'));
    await mkdir(join(folder, 'scripts'));
    for (const name of ['scripts/bundle.mjs', 'node_modules'])
      await symlink(resolve(name), join(folder, name));
    await put('package-lock.json', '{}');
    await put('tsconfig.json', '{}');
    await put('program.ts', `import { word } from './word'; console.log(word as string);`);
    await put('word.ts', `export const word: string = 'one';`);
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('is made once, and anew when what it imports has changed or is gone', async () => {
    const first = await run();
    expect(first.said).toBe('one');
    expect(await run()).toEqual(first);
    await put('word.ts', `export const word: string = 'two';`);
    expect((await run()).said).toBe('two');
    await rm(join(folder, 'word.ts'));
    await put('program.ts', `console.log('three' as string);`);
    expect((await run()).said).toBe('three');
  });
});
