import { formatDate } from './dates';
import { kept } from './kept';
import { plainAgo } from './plain';
import { DEFAULT_TIME_ZONE, type Instant, toDate } from './zone';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/**
 * How long ago something happened: `3분 전`, `2시간 전`, `어제`, `5일 전`, and the date itself from a week on.
 * Gives null under one minute (also for a clock a little ahead): the caller says "just now" in its own words.
 */
export function formatRelativeTime(
  instant: Instant,
  now: Instant,
  locale: string,
  timeZone: string = DEFAULT_TIME_ZONE,
): string | null {
  const elapsedMs = toDate(now).getTime() - toDate(instant).getTime();
  if (elapsedMs < MINUTE_MS) return null;
  if (elapsedMs >= 7 * DAY_MS) return formatDate(instant, locale, 'date', timeZone);

  if (elapsedMs < HOUR_MS) return ago(Math.floor(elapsedMs / MINUTE_MS), 'minute', locale);
  if (elapsedMs < DAY_MS) return ago(Math.floor(elapsedMs / HOUR_MS), 'hour', locale);
  return ago(Math.floor(elapsedMs / DAY_MS), 'day', locale);
}

function ago(value: number, unit: 'minute' | 'hour' | 'day', locale: string): string {
  // "그저께" for a thing of 50 hours ago reads oddly beside "3일 전": only yesterday has a word of its own.
  const hasWord = unit === 'day' && value === 1;
  return (
    plainAgo(value, unit, locale, hasWord) ??
    formatOf(locale, hasWord ? 'auto' : 'always').format(-value, unit)
  );
}

const formatOf = kept(
  (locale: string, numeric: 'auto' | 'always') => new Intl.RelativeTimeFormat(locale, { numeric }),
);
