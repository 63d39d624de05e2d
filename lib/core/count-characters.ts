const segmenter = new Intl.Segmenter('ko', { granularity: 'grapheme' });

/** Length as people count it: an emoji of several code points is one. */
export function countCharacters(text: string): number {
  if (/^[\x20-\x7e\uac00-\ud7a3]*$/.test(text)) return text.length;
  let count = 0;
  for (const _ of segmenter.segment(text)) count += 1;
  return count;
}
