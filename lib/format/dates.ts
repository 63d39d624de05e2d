import { kept } from './kept';
import { plainDate } from './plain';
import { DEFAULT_TIME_ZONE, type Instant, toDate } from './zone';

const STYLES = {
  /** 2026년 11월 3일 */
  date: { year: 'numeric', month: 'long', day: 'numeric' },
  /** 11월 3일 (화) */
  day: { month: 'long', day: 'numeric', weekday: 'short' },
  /** 2026년 11월 3일 화요일: the dividers of a thread */
  fullDay: { year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' },
  /** 오후 3:20 */
  time: { hour: 'numeric', minute: '2-digit' },
  /** 11월 3일 (화) 오후 3:20 */
  dateTime: { month: 'long', day: 'numeric', weekday: 'short', hour: 'numeric', minute: '2-digit' },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

/** 2026-11-03 */
const KEY = { year: 'numeric', month: '2-digit', day: '2-digit' } satisfies Intl.DateTimeFormatOptions;

export type DateStyle = keyof typeof STYLES;

/** A moment in words, in the given style. @throws RangeError for an unreadable instant or an unknown zone. */
export function formatDate(
  instant: Instant,
  locale: string,
  style: DateStyle = 'date',
  timeZone: string = DEFAULT_TIME_ZONE,
): string {
  const date = toDate(instant);
  const plain = plainDate(date.getTime(), locale, style, timeZone);
  if (plain !== null) return plain;
  return formatOf(locale, style, timeZone)
    .formatToParts(date)
    .map((part) => (part.type === 'dayPeriod' ? dayPeriod(part.value, locale) : plainSpaces(part.value)))
    .join('');
}

/** A period `start – end`, with what both have in common said once (`11월 3일 (화) 오후 1:00 ~ 5:00`). */
export function formatPeriod(
  start: Instant,
  end: Instant,
  locale: string,
  timeZone: string = DEFAULT_TIME_ZONE,
): string {
  const sameDay = dayKey(start, timeZone) === dayKey(end, timeZone);
  const from = formatDate(start, locale, 'dateTime', timeZone);
  const to = formatDate(end, locale, sameDay ? 'time' : 'dateTime', timeZone);
  return locale.startsWith('ko') ? `${from} ~ ${to}` : `${from} – ${to}`;
}

/** The calendar day in that zone as `YYYY-MM-DD`: for grouping and comparing, not for showing. */
export function dayKey(instant: Instant, timeZone: string = DEFAULT_TIME_ZONE): string {
  const date = toDate(instant);
  return plainDate(date.getTime(), 'en', 'key', timeZone) ?? formatOf('en-CA', 'key', timeZone).format(date);
}

const formatOf = kept(
  (locale: string, style: DateStyle | 'key', timeZone: string) =>
    new Intl.DateTimeFormat(locale, { ...(style === 'key' ? KEY : STYLES[style]), timeZone }),
);

// Engines disagree on AM/PM in Korean and on U+202F between parts: markup of server and browser would differ.
function dayPeriod(value: string, locale: string): string {
  if (!locale.startsWith('ko')) return value;
  return value === 'AM' ? '오전' : value === 'PM' ? '오후' : value;
}

function plainSpaces(text: string): string {
  return text.replace(/[\u202f\u2009\u00a0]/g, ' ');
}
