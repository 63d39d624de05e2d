import { dayKey } from './dates';
import { kept } from './kept';
import { plainAgo } from './plain';
import { DEFAULT_TIME_ZONE, type Instant } from './zone';

const DAY_MS = 24 * 3_600_000;

/** On which day something was, counted in days of the calendar: `오늘`, `어제`, `3일 전`. A day to come is today. */
export function formatDaysAgo(
  instant: Instant,
  now: Instant,
  locale: string,
  timeZone: string = DEFAULT_TIME_ZONE,
): string {
  const dayOf = (one: Instant) => Date.parse(dayKey(one, timeZone)) / DAY_MS;
  const days = Math.max(0, dayOf(now) - dayOf(instant));
  // "그저께" reads oddly beside "3일 전": only today and yesterday have words of their own.
  const hasWord = days < 2;
  return (
    plainAgo(days, 'day', locale, hasWord) ??
    formatOf(locale, hasWord ? 'auto' : 'always').format(-days, 'day')
  );
}

const formatOf = kept(
  (locale: string, numeric: 'auto' | 'always') => new Intl.RelativeTimeFormat(locale, { numeric }),
);
