import { existsSync, readFileSync } from 'node:fs';
import levels from '@/tests/support/asvs-levels.json';

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

  /** every requirement of the chapters that are covered whole, with its level */
  const known = new Map<string, number>(
    Object.entries(levels).flatMap(([section, ofSection]) =>
      ofSection.map((level, index) => [`${section}.${index + 1}`, level] as const),
    ),
  );
  const all = [...known.keys()];
  const rows = [...text.matchAll(/^\| (\d[^|]*) \|/gm)].map(([, cell = '']) => cell);
  const inTable = rows.flatMap((cell) => idsOf(cell).map((id) => ({ id, cell })));
  const leftOut = idsOf(/^Left out.*$/m.exec(text)?.[0] ?? '');

  /** `1.1.1`, `1.1.1 – 1.1.3`, and `10.3` for all of a section. */
  function idsOf(words: string): string[] {
    return [...words.matchAll(/(\d+\.\d+(?:\.\d+)?)(?: – (\d+\.\d+\.\d+))?/g)].flatMap(
      ([, from = '', to]) => {
        if (to) return all.slice(all.indexOf(from), all.indexOf(to) + 1);
        const ofSection = all.filter((id) => id.startsWith(`${from}.`));
        return from.split('.').length === 2 && ofSection.length > 0 ? ofSection : [from];
      },
    );
  }

  it('has every requirement of levels 1 and 2 of its chapters, or leaves it out by number, and none twice', () => {
    const said = [...inTable.map(({ id }) => id), ...leftOut];
    expect(all.filter((id) => known.get(id) !== 3 && !said.includes(id))).toEqual([]);
    expect(said.filter((id, index) => said.indexOf(id) !== index)).toEqual([]);
  });

  it('has no number that is none, and says where a requirement is of level 3', () => {
    const chapters = new Set(all.map((id) => id.split('.')[0]));
    const ofChapters = (id: string) => chapters.has(id.split('.')[0]);
    const unknown = [...inTable.map(({ id }) => id), ...leftOut].filter(
      (id) => ofChapters(id) && !known.has(id),
    );
    expect(unknown).toEqual([]);
    const wrong = inTable.filter(
      ({ id, cell }) => known.has(id) && (known.get(id) === 3) !== /level 3/.test(cell),
    );
    expect(wrong).toEqual([]);
  });

  it('names many', () => {
    expect(named.length).toBeGreaterThan(50);
  });

  it.each(named)('$file has "$name"', ({ file, name }) => {
    expect(existsSync(file)).toBe(true);
    expect(readFileSync(file, 'utf8')).toContain(name);
  });
});
