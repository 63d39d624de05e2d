import { z } from 'zod';
import { countCharacters } from './count-characters';
import { oneLine } from './one-line';

/**
 * Text from people: NFC, line ends as \n, trimmed, without NUL, other control characters or lone surrogates; empty when
 * nothing of it can be seen.
 *
 * @param key sentence in the namespace `errors` for a text that is empty or too long
 * @param max characters as people count them; more than 8 times that many code points, as the database counts, are
 * refused whatever they form
 */
export function personText(key: string, { min = 1, max }: { min?: number; max: number }) {
  return z
    .string({ error: key })
    .max(max * 16 + 1_000, { error: key, abort: true })
    .refine((text) => text.isWellFormed(), { error: 'text.malformed', abort: true })
    .transform(normaliseText)
    .refine((text) => [...text].length <= max * 8 && inBounds(countCharacters(text), min, max), {
      error: key,
    });
}

/** As `personText`, for one line: white space runs become one space. */
export function personLine(key: string, bounds: { min?: number; max: number }) {
  return personText(key, bounds).transform(oneLine);
}

/** Zero-width characters, Hangul fillers, the empty Braille cell: a text of these alone looks empty. */
const VISIBLE = /[^\s\p{Default_Ignorable_Code_Point}\p{Cc}\u2800]/u;

function normaliseText(text: string): string {
  const clean = text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim();
  return VISIBLE.test(clean) ? clean : '';
}

function inBounds(count: number, min: number, max: number): boolean {
  return count >= min && count <= max;
}
