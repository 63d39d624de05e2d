import fc from 'fast-check';
import { cutText } from '@/lib/core/count-characters';

const FAMILY = '👨‍👩‍👧';

describe('the beginning of a text', () => {
  it.each([
    ['드릴 빌려드려요', 2, '드릴'],
    ['ab', 2, 'ab'],
    ['', 3, ''],
    [`ab${FAMILY}c`, 3, 'ab'],
    [`ab${FAMILY}c`, 2 + FAMILY.length, `ab${FAMILY}`],
    [`${'a'.repeat(99)}😀`, 100, 'a'.repeat(99)],
  ])('%j, cut at %i, is %j', (text, max, beginning) => {
    expect(cutText(text, max)).toBe(beginning);
  });

  it('is as long as allowed, and ends in a whole character', () => {
    const characters = new Intl.Segmenter('ko', { granularity: 'grapheme' });
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat({ max: 30 }), (text, max) => {
        const ends = [...characters.segment(text)].map(({ index, segment }) => index + segment.length);
        const longest = Math.max(0, ...ends.filter((end) => end <= max));
        expect(cutText(text, max)).toBe(text.slice(0, longest));
      }),
    );
  });
});
