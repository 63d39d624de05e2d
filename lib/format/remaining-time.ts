import { plainDuration } from './plain';
import { type Instant, toDate } from './zone';

export type RemainingTime = {
  /** The end lies in the past: `durationMs` is then how long ago it was. */
  isOver: boolean;
  durationMs: number;
};

/** The time from `now` to `end` (not from the start to the end: PRODUCT.md 10). */
export function remainingTime(end: Instant, now: Instant): RemainingTime {
  const leftMs = toDate(end).getTime() - toDate(now).getTime();
  return { isOver: leftMs < 0, durationMs: Math.abs(leftMs) };
}

const UNITS = [
  ['month', 30 * 24 * 60],
  ['day', 24 * 60],
  ['hour', 60],
  ['minute', 1],
] as const;

/**
 * A length of time in its two largest units: `2일 3시간`, `1시간 20분`, `4분`. Anything under a minute is one minute:
 * nobody has to give a thing back in "0분". A month is 30 days.
 */
export function formatDuration(durationMs: number, locale: string): string {
  let minutes = Math.max(1, Math.floor(durationMs / 60_000));
  const parts: string[] = [];
  for (const [unit, size] of UNITS) {
    const value = Math.floor(minutes / size);
    minutes -= value * size;
    if (value > 0) parts.push(formatUnit(value, unit, locale));
    if (parts.length > 0 && (parts.length === 2 || value === 0)) break;
  }
  return parts.join(' ');
}

function formatUnit(value: number, unit: (typeof UNITS)[number][0], locale: string): string {
  return (
    plainDuration(value, unit, locale) ??
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value)
  );
}
