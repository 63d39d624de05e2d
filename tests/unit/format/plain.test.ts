import type { DateStyle } from '@/lib/format/dates';
import { plainAgo, plainDate, plainDuration, plainNumber } from '@/lib/format/plain';

const LOCALES = ['ko', 'en'];
const STYLES: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  date: { year: 'numeric', month: 'long', day: 'numeric' },
  day: { month: 'long', day: 'numeric', weekday: 'short' },
  fullDay: { year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' },
  time: { hour: 'numeric', minute: '2-digit' },
  dateTime: { month: 'long', day: 'numeric', weekday: 'short', hour: 'numeric', minute: '2-digit' },
};
/** Engines disagree on spaces and on AM in Korean (lib/format/dates.ts). */
const asIntl = (text: string, locale: string) => {
  const spaced = text.replace(/[\u202f\u00a0]/g, ' ');
  return locale === 'ko' ? spaced.replace('AM', '오전').replace('PM', '오후') : spaced;
};

/** From 1988 to 2060 in steps that meet all hours, weekdays, months and minutes. */
function moments(): number[] {
  const all: number[] = [];
  const step = 7 * 86_400_000 + 3_600_000 + 61_000;
  for (let at = Date.UTC(1988, 9, 10); at < Date.UTC(2060, 0, 1); at += step) all.push(at);
  // Both sides of midnight and noon in Seoul, a leap day, the turn of a year.
  for (const near of ['2026-11-02T15:00Z', '2026-11-03T03:00Z', '2028-02-28T15:00Z', '2026-12-31T15:00Z'])
    for (const ms of [-1, 0, 60_000]) all.push(Date.parse(near) + ms);
  return all;
}

describe('what is said without Intl is what Intl says', () => {
  it.each(
    LOCALES.flatMap((locale) =>
      Object.entries(STYLES).map(([style, options]) => ({ locale, style, options })),
    ),
  )('of a moment in $locale as $style', ({ locale, style, options }) => {
    const intl = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'Asia/Seoul' });
    expect(moments().map((at) => plainDate(at, locale, style as DateStyle, 'Asia/Seoul'))).toEqual(
      moments().map((at) => asIntl(intl.format(at), locale)),
    );
  });

  it('of a day as a key', () => {
    const intl = new Intl.DateTimeFormat('en-CA', {
      ...{ year: 'numeric', month: '2-digit', day: '2-digit', timeZone: 'Asia/Seoul' },
    });
    expect(moments().map((at) => plainDate(at, 'ko', 'key', 'Asia/Seoul'))).toEqual(
      moments().map(intl.format),
    );
  });

  it.each(LOCALES)('of numbers in %s', (locale) => {
    const intl = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
    for (const value of [
      0,
      7,
      999,
      1_000,
      12_345,
      999_999,
      1_000_000,
      10_000_000,
      -1,
      -1_234,
      -12_000,
      2 ** 53 - 1,
    ])
      expect(plainNumber(value, locale)).toBe(intl.format(value));
  });

  const units = ['minute', 'hour', 'day', 'month'] as const;
  it.each(LOCALES)('of lengths of time and how long ago in %s', (locale) => {
    for (const unit of units) {
      const length = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' });
      const always = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
      for (const value of [0, 1, 2, 3, 11, 59, 1_000]) {
        expect(plainDuration(value, unit, locale)).toBe(length.format(value));
        expect(plainAgo(value, unit, locale, false)).toBe(always.format(-value, unit));
      }
    }
    const auto = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
    for (const days of [0, 1]) expect(plainAgo(days, 'day', locale, true)).toBe(auto.format(-days, 'day'));
  });
});

describe('what is Intl’s', () => {
  const at = Date.parse('2026-11-03T06:20:00Z');
  it.each([
    ['another zone', plainDate(at, 'ko', 'date', 'Asia/Tokyo')],
    ['another language', plainDate(at, 'en-GB', 'date', 'Asia/Seoul')],
    ['a summer with summer time', plainDate(Date.UTC(1988, 6, 1), 'ko', 'time', 'Asia/Seoul')],
    ['a number of another language', plainNumber(1_000, 'de')],
    ['half a number', plainNumber(0.5, 'ko')],
    ['what no number can say', plainNumber(2 ** 53, 'ko')],
    ['a time to come', plainAgo(-1, 'day', 'ko', true)],
  ])('is %s', (_what, text) => expect(text).toBeNull());
});
