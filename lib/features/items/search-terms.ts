/** What a search asks of the index and of the text itself. */
export interface SearchTerms {
  /** LIKE patterns that title and text must all contain */
  patterns: string[];
  /** what the query is made of: pairs of letters, and single letters that a pair may begin with */
  lexemes: string[];
}

/** As the function search_bigrams of the migrations cuts words, and at a few spaces more. */
const SEPARATORS = /[\s\u0085\u180e!-/:-@[-`{-~·…“”‘’]+/u;

/**
 * Makes a search of whatever a person typed. Each word must occur, in any order, whatever the case; a word of one
 * character is found inside others.
 *
 * @returns null when the text has nothing that could be searched for: `isBlank` then says whether anything was typed
 */
export function parseSearch(text: string): { terms: SearchTerms | null; isBlank: boolean } {
  const clean = text.toWellFormed().replaceAll('\0', ' ').normalize('NFC').replaceAll('\ufffd', ' ').trim();
  const words = clean.toLowerCase().split(SEPARATORS).filter(Boolean);
  if (words.length === 0) return { terms: null, isBlank: clean === '' };
  const lexemes = [...new Set(words.flatMap(lexemesOf))];
  return { terms: { patterns: clean.split(/\s+/u).map(toPattern), lexemes }, isBlank: false };
}

/**
 * What the index of words is asked for: tsquery text that every item fulfils that can match, and some that do not. What
 * many items have is left out beside what few have: its long list would be read for nothing, since the text is looked at
 * anyway.
 */
export function toIndexQuery(lexemes: readonly string[], common: ReadonlySet<string>): string {
  const rare = lexemes.filter((lexeme) => [...lexeme].length > 1 && !common.has(lexeme));
  return (rare.length > 0 ? rare : lexemes)
    .map((lexeme) => `'${lexeme}'${[...lexeme].length === 1 ? ':*' : ''}`)
    .join(' & ');
}

/**
 * Whether each of these is found in many items, so that the newest of them are soon met on the way down the list. Pairs of
 * digits are common and numbers are not: a number never counts as common.
 */
export function isCommonSearch(lexemes: readonly string[], common: ReadonlySet<string>): boolean {
  if (lexemes.some((lexeme) => /\d/.test(lexeme))) return false;
  return lexemes.every((lexeme) =>
    [...lexeme].length === 1 ? [...common].some((one) => one.startsWith(lexeme)) : common.has(lexeme),
  );
}

function lexemesOf(word: string): string[] {
  const characters = [...word];
  if (characters.length === 1) return [word];
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}

function toPattern(word: string): string {
  return `%${word.replace(/[\\%_]/g, '\\$&')}%`;
}
