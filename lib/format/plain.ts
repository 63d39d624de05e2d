import type { DateStyle } from './dates';

/**
 * What Intl says, without Intl, for the two languages and the zone that nearly every reader has. Before its first format
 * of any kind a browser reads 20 ms of data, a phone four times that, in the task that makes a page answer. Each gives
 * null for what is Intl's; tests/unit/format/plain compares the rest with it.
 */

/** Korea has had no summer time since. */
const NO_SUMMER_TIME_FROM = Date.UTC(1988, 9, 9);
const YEAR_10000 = Date.UTC(9999, 11, 30);
const SEOUL_AHEAD_MS = 9 * 3_600_000;

const WEEKDAYS = {
  ko: ['일', '월', '화', '수', '목', '금', '토'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const;
const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];
const UNITS = { minute: '분', hour: '시간', day: '일', month: '개월' } as const;

type Unit = keyof typeof UNITS;

/** `12,000` */
export function plainNumber(value: number, locale: string): string | null {
  if (!isPlain(locale) || !Number.isSafeInteger(value) || Object.is(value, -0)) return null;
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `3시간`, `3 hours` */
export function plainDuration(value: number, unit: Unit, locale: string): string | null {
  const digits = plainNumber(value, locale);
  if (digits === null) return null;
  return locale === 'ko' ? digits + UNITS[unit] : `${digits} ${unit}${value === 1 ? '' : 's'}`;
}

/** `3일 전`, `3 days ago`; with `words`, 오늘 and 어제 for 0 and 1 days. @param value how long ago, not negative */
export function plainAgo(value: number, unit: Unit, locale: string, words: boolean): string | null {
  if (value < 0) return null;
  const isKorean = locale === 'ko';
  if (words && unit === 'day' && value < 2 && isPlain(locale)) {
    if (value === 0) return isKorean ? '오늘' : 'today';
    return isKorean ? '어제' : 'yesterday';
  }
  const duration = plainDuration(value, unit, locale);
  return duration && duration + (isKorean ? ' 전' : ' ago');
}

/** @param at epoch milliseconds */
export function plainDate(
  at: number,
  locale: string,
  style: DateStyle | 'key',
  timeZone: string,
): string | null {
  if (timeZone !== 'Asia/Seoul' || at < NO_SUMMER_TIME_FROM || at > YEAR_10000) return null;
  const there = new Date(at + SEOUL_AHEAD_MS);
  if (style === 'key') return there.toISOString().slice(0, 10);
  if (locale === 'ko') return inKorean(there, style);
  return locale === 'en' ? inEnglish(there, style) : null;
}

function isPlain(locale: string): boolean {
  return locale === 'ko' || locale === 'en';
}

function inKorean(there: Date, style: DateStyle): string {
  const year = `${there.getUTCFullYear()}년`;
  const day = `${there.getUTCMonth() + 1}월 ${there.getUTCDate()}일`;
  const weekday = WEEKDAYS.ko[there.getUTCDay()];
  const time = `${there.getUTCHours() < 12 ? '오전' : '오후'} ${clock(there)}`;
  const texts: Record<DateStyle, string> = {
    date: `${year} ${day}`,
    day: `${day} (${weekday})`,
    fullDay: `${year} ${day} ${weekday}요일`,
    time,
    dateTime: `${day} (${weekday}) ${time}`,
  };
  return texts[style];
}

function inEnglish(there: Date, style: DateStyle): string {
  const day = `${MONTHS[there.getUTCMonth()]} ${there.getUTCDate()}`;
  const dated = `${day}, ${there.getUTCFullYear()}`;
  const weekday = WEEKDAYS.en[there.getUTCDay()] ?? '';
  const time = `${clock(there)} ${there.getUTCHours() < 12 ? 'AM' : 'PM'}`;
  const texts: Record<DateStyle, string> = {
    date: dated,
    day: `${weekday.slice(0, 3)}, ${day}`,
    fullDay: `${weekday}, ${dated}`,
    time,
    dateTime: `${weekday.slice(0, 3)}, ${day} at ${time}`,
  };
  return texts[style];
}

/** `3:20` of either half of a day */
function clock(there: Date): string {
  return `${there.getUTCHours() % 12 || 12}:${String(there.getUTCMinutes()).padStart(2, '0')}`;
}
