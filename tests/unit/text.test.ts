import { personLine, personText } from '@/lib/core/text';

const FAMILY = '👨‍👩‍👧‍👦';

describe('texts from people', () => {
  const title = personLine('item.title', { max: 23 });

  it('counts an emoji of several code points as one, up to the last', () => {
    expect(title.safeParse(FAMILY.repeat(23)).success).toBe(true);
    expect(title.safeParse(FAMILY.repeat(24)).success).toBe(false);
    expect(personText('chat.message', { max: 1_000 }).safeParse(FAMILY.repeat(1_000)).success).toBe(true);
  });

  it('refuses more code points than the database keeps, whatever they form', () => {
    expect(title.safeParse(`e${'\u0301'.repeat(200)}`).success).toBe(false);
  });

  it.each(['\u200b\u200b', '\u3164', '\u115f\u1160', '\u00ad', '\u2800', '\ufeff \ufe0f', '\u0085'])(
    'refuses a text of which nothing can be seen: %j',
    (text) => {
      expect(title.safeParse(text).error?.issues[0]?.message).toBe('item.title');
    },
  );

  it('takes an empty text where one may be left out', () => {
    expect(personText('rental.reason', { min: 0, max: 300 }).parse('\u200b')).toBe('');
  });

  it('keeps the joiners inside what can be seen', () => {
    expect(title.parse(` ${FAMILY} `)).toBe(FAMILY);
  });
});
