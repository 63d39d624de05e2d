import { existsSync, readFileSync } from 'node:fs';

/** docs/SECURITY.md names tests; here it is held to them. */
describe('the table of docs/SECURITY.md', () => {
  const text = readFileSync('docs/SECURITY.md', 'utf8');
  /** a file, and the part of a name that follows it before the next file or the end of the cell */
  const named = [...text.matchAll(/`(tests\/[\w./-]+\.tsx?)`([^|`\n]*)/g)].flatMap(
    ([, file = '', rest = '']) => {
      const names = [...rest.matchAll(/"([^"]+)"/g)].map(([, name = '']) => name);
      return names.length > 0 ? names.map((name) => ({ file, name })) : [{ file, name: '' }];
    },
  );

  it('names many', () => {
    expect(named.length).toBeGreaterThan(50);
  });

  it.each(named)('$file has "$name"', ({ file, name }) => {
    expect(existsSync(file)).toBe(true);
    expect(readFileSync(file, 'utf8')).toContain(name);
  });
});
