/** Length as people count it: an emoji of several code points is one. */
export function countCharacters(text: string): number {
  if (isPlain(text)) return text.length;
  let count = 0;
  for (const _ of segmenter().segment(text)) count += 1;
  return count;
}

/**
 * The beginning of a text, of at most `max` code units (as String.length counts), cut between characters as people see
 * them: never through an emoji.
 */
export function cutText(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = segmenter().segment(text).containing(max);
  return text.slice(0, cut?.index ?? max);
}

/** One code unit is one character. */
function isPlain(text: string): boolean {
  return /^[\x20-\x7e\uac00-\ud7a3]*$/.test(text);
}

let made: Intl.Segmenter | undefined;

/** Made when it is first wanted: making it takes a phone as long as drawing half a list. */
function segmenter(): Intl.Segmenter {
  made ??= new Intl.Segmenter('ko', { granularity: 'grapheme' });
  return made;
}
