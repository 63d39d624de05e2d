import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';

type Catalogue = Map<string, string>;

const ko = readCatalogue('ko');
const en = readCatalogue('en');
const HANGUL = /[가-힣ㄱ-ㅎㅏ-ㅣ]/;
/** The switch names the other language in that language. */
const OF_THE_OTHER = ['layout.toOtherLanguage', 'layout.otherLanguageShort'];

describe('the catalogues', () => {
  it('hold the same sentences', () => {
    expect([...en.keys()].sort()).toEqual([...ko.keys()].sort());
  });

  it('have no empty sentence', () => {
    expect(keysOf(ko, (text) => text.trim() === '')).toEqual([]);
    expect(keysOf(en, (text) => text.trim() === '')).toEqual([]);
  });

  it('take the same values', () => {
    const different = [...ko.keys()].filter(
      (key) => argumentsOf(en.get(key)).join() !== argumentsOf(ko.get(key)).join(),
    );
    expect(different).toEqual([]);
    expect(argumentsOf('{n, plural, one {# by {who}} other {<b>#</b>}} of {total}')).toEqual([
      'b',
      'n',
      'total',
      'who',
    ]);
  });

  it('speak their own language', () => {
    const own = (key: string) => !OF_THE_OTHER.includes(key);
    expect(keysOf(ko, (text) => /[a-z]/i.test(wordsOf(text)) && !HANGUL.test(text)).filter(own)).toEqual([]);
    expect(keysOf(en, (text) => HANGUL.test(text)).filter(own)).toEqual([]);
  });
});

describe('the sentences of refusals', () => {
  const used = keysInCode();

  it('are found in the code', () => {
    expect(used.size).toBeGreaterThan(40);
    for (const key of ['notFound', 'rental.overlap', 'auth.email', 'item.title', 'image.broken', 'busy']) {
      expect([...used.keys()]).toContain(key);
    }
  });

  it('exist', () => {
    expect([...used].filter(([key]) => !ko.has(`errors.${key}`))).toEqual([]);
  });

  it('are all used', () => {
    const sources = listSources().map((path) => readFileSync(path, 'utf8'));
    const idle = [...ko.keys()]
      .filter((key) => key.startsWith('errors.'))
      .map((key) => key.slice('errors.'.length))
      .filter((key) => !sources.some((source) => source.includes(`'${key}'`)));
    expect(idle).toEqual([]);
  });
});

function readCatalogue(locale: string): Catalogue {
  const folder = join('messages', locale);
  const sentences = readdirSync(folder).flatMap((file) =>
    flatten(JSON.parse(readFileSync(join(folder, file), 'utf8')), file.replace(/\.json$/, '')),
  );
  return new Map(sentences);
}

function flatten(node: unknown, path: string): [string, string][] {
  if (typeof node === 'string') return [[path, node]];
  return Object.entries(node as object).flatMap(([name, child]) => flatten(child, `${path}.${name}`));
}

function keysOf(catalogue: Catalogue, is: (text: string) => boolean): string[] {
  return [...catalogue].filter(([, text]) => is(text)).map(([key]) => key);
}

/** What is left of a sentence without its values and tags. */
function wordsOf(text: string): string {
  return text.replace(/\{\w+\}|<[^>]*>/g, '');
}

/** Names of the values and tags that a sentence takes. How it words a number is its language's own affair. */
function argumentsOf(text = ''): string[] {
  return [...new Set(namesIn(parse(text)))].sort();
}

function namesIn(elements: MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (!('value' in element) || element.type === TYPE.literal) return [];
    const options = 'options' in element ? Object.values(element.options).map(({ value }) => value) : [];
    const children = 'children' in element ? [element.children] : [];
    return [element.value, ...[...options, ...children].flatMap(namesIn)];
  });
}

/** Keys of refusals by how they stand in lib: each with the file that names it. */
function keysInCode(): Map<string, string> {
  const KEY = `'([a-z][A-Za-z]*(?:\\.[a-z][A-Za-z]*)*)'`;
  const places = [
    `new DomainError\\(\\s*'[A-Z_]+',[^;{]*?${KEY}`,
    `new DomainError\\(\\s*'[A-Z_]+',[^;{]*?\\? '[^']+' : ${KEY}`,
    `(?:invalidField|imageProblem)\\([^,;]+,\\s*${KEY}`,
    `(?:personText|personLine|refused)\\(\\s*${KEY}`,
    `\\b(?:error|key|reason): ${KEY}`,
  ].map((place) => new RegExp(place, 'g'));
  const found = new Map<string, string>();
  for (const path of listSources().filter((source) => source.startsWith('lib/'))) {
    const source = readFileSync(path, 'utf8');
    for (const place of places) {
      for (const [, key] of source.matchAll(place)) if (key) found.set(key, path);
    }
  }
  return found;
}

function listSources(): string[] {
  return ['lib', 'app', 'components'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path) && !path.startsWith('db/generated'))
      .map((path) => join(folder, path)),
  );
}
