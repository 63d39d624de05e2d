import type { FieldProblem } from '@/lib/core/errors';
import { addMonths } from './pricing';

export const MIN_PERIOD_MS = 3_600_000;
export const MAX_PERIOD_MONTHS = 12;
/** A form is filled in by the minute and sent a little later: "now" may be this much ago. */
export const START_TOLERANCE_MS = 5 * 60_000;
export const REQUEST_LIFE_MS = 7 * 24 * 3_600_000;

/**
 * What is wrong with a period (PRODUCT.md 4): starts now or later, lasts at least an hour and at most 12 months.
 *
 * @returns none when it is right
 */
export function periodProblems(startsAt: Date, endsAt: Date, now: Date): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (startsAt.getTime() < now.getTime() - START_TOLERANCE_MS) {
    problems.push({ field: 'startsAt', reason: { key: 'rental.past' } });
  }
  if (startsAt > addMonths(now, MAX_PERIOD_MONTHS)) {
    problems.push({ field: 'startsAt', reason: { key: 'rental.tooFar' } });
  }
  if (endsAt.getTime() - startsAt.getTime() < MIN_PERIOD_MS) {
    problems.push({ field: 'endsAt', reason: { key: 'rental.tooShort' } });
  } else if (endsAt > addMonths(startsAt, MAX_PERIOD_MONTHS)) {
    problems.push({ field: 'endsAt', reason: { key: 'rental.tooLong' } });
  }
  return problems;
}

/** When an undecided request lapses: at its start, at the latest 7 days after it was made. */
export function requestExpiry(startsAt: Date, now: Date): Date {
  const latest = now.getTime() + REQUEST_LIFE_MS;
  // A request for "now" stays open for its first hour, else nobody could accept it.
  const start = Math.max(startsAt.getTime(), now.getTime() + MIN_PERIOD_MS);
  return new Date(Math.min(start, latest));
}
