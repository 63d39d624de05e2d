import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** For who writes code: after `npm ci`. */
const TOOLS = ['lint', 'format', 'typecheck'];
/** Called by what brings the packages. */
const AFTER_THEM = ['generate'];

const scripts: Record<string, string> = JSON.parse(readFileSync('package.json', 'utf8')).scripts;

describe('what npm runs', () => {
  const programs = Object.entries(scripts).filter(([name]) => ![...TOOLS, ...AFTER_THEM].includes(name));

  it.each(programs)('%s begins without any package, as on a fresh checkout', (_name, command) => {
    const [node, program = '', ...words] = command.split(' ');
    expect(node).toBe('node');
    expect(foreignImports(program)).toEqual([]);
    for (const file of words.filter((word) => word.endsWith('.ts')))
      expect(readFileSync(file, 'utf8')).not.toBe('');
  });
});

/** Packages that are imported before the first line runs, by a program and by what it imports of ours. */
function foreignImports(path: string): string[] {
  const found = [...readFileSync(path, 'utf8').matchAll(/^import\s(?:[^'";]*\sfrom\s)?'([^']+)'/gm)];
  return found.flatMap(([, name = '']) => {
    if (name.startsWith('node:')) return [];
    return name.startsWith('.') ? foreignImports(join(dirname(path), name)) : [name];
  });
}
