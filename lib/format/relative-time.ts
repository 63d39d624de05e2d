import { formatDate } from './dates';
import { kept } from './kept';
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

  const relative = formatOf(locale, 'auto');
  if (elapsedMs < HOUR_MS) return relative.format(-Math.floor(elapsedMs / MINUTE_MS), 'minute');
  if (elapsedMs < DAY_MS) return relative.format(-Math.floor(elapsedMs / HOUR_MS), 'hour');
  // "그저께" for a thing of 50 hours ago reads oddly beside "3일 전": only yesterday has a word of its own.
  const days = Math.floor(elapsedMs / DAY_MS);
  if (days === 1) return relative.format(-1, 'day');
  return formatOf(locale, 'always').format(-days, 'day');
}

const formatOf = kept(
  (locale: string, numeric: 'auto' | 'always') => new Intl.RelativeTimeFormat(locale, { numeric }),
);
