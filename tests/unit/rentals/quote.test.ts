import fc from 'fast-check';
import { periodProblems, requestExpiry } from '@/lib/features/rentals/period';
import { addMonths, countUnits, quotePeriod } from '@/lib/features/rentals/pricing';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const at = (text: string) => new Date(text);
const START = at('2026-11-23T03:00:00.000Z');
const plus = (ms: number) => new Date(START.getTime() + ms);

describe('2022 fault: the time units were wrong', () => {
  it.each([
    ['HOUR', HOUR, 1],
    ['HOUR', HOUR + 1, 2],
    ['HOUR', 26 * HOUR, 26],
    ['DAY', HOUR, 1],
    ['DAY', DAY, 1],
    ['DAY', DAY + 1, 2],
    ['DAY', 7 * DAY, 7],
    ['MONTH', HOUR, 1],
    ['MONTH', 30 * DAY, 1],
    ['MONTH', 30 * DAY + 1, 2],
  ] as const)('%s over %d ms counts %d', (unit, ms, units) => {
    expect(countUnits(unit, START, plus(ms))).toBe(units);
  });

  it('months are those of the calendar in Korea, the last day where there is no such day', () => {
    // 00:30 on 31 January in Korea is still the 30th in UTC.
    expect(addMonths(at('2027-01-30T15:30:00.000Z'), 1)).toEqual(at('2027-02-27T15:30:00.000Z'));
    expect(addMonths(at('2026-11-23T03:00:00.000Z'), 12)).toEqual(at('2027-11-23T03:00:00.000Z'));
    expect(addMonths(at('2027-12-31T03:00:00.000Z'), 2)).toEqual(at('2028-02-29T03:00:00.000Z'));
  });
});

describe('a quote', () => {
  it('is units × price; free stays free and a price to be agreed stays open', () => {
    const quote = (won: number | null) => quotePeriod({ unit: 'DAY', won }, START, plus(2 * DAY));
    expect(quote(5_000)).toEqual({ priceUnit: 'DAY', units: 2, unitPriceWon: 5_000, totalWon: 10_000 });
    expect(quote(0).totalWon).toBe(0);
    expect(quote(null).totalWon).toBeNull();
  });

  it('never falls as the period grows', () => {
    const length = fc.integer({ min: HOUR, max: 365 * DAY });
    fc.assert(
      fc.property(fc.constantFrom('HOUR', 'DAY', 'MONTH'), length, length, (unit, a, b) => {
        const [short, long] = [Math.min(a, b), Math.max(a, b)];
        expect(countUnits(unit, START, plus(short))).toBeLessThanOrEqual(countUnits(unit, START, plus(long)));
      }),
    );
  });
});

describe('a period', () => {
  const problems = (fromMs: number, lengthMs: number) =>
    periodProblems(plus(fromMs), plus(fromMs + lengthMs), START).map(({ reason }) => reason.key);

  it.each([
    [0, HOUR, []],
    [-5 * 60_000, HOUR, []],
    [-5 * 60_000 - 1, HOUR, ['rental.past']],
    [0, HOUR - 1, ['rental.tooShort']],
    [0, -HOUR, ['rental.tooShort']],
    [0, 365 * DAY, []],
    [0, 365 * DAY + 1, ['rental.tooLong']],
    [366 * DAY, HOUR, ['rental.tooFar']],
    [-DAY, 0, ['rental.past', 'rental.tooShort']],
  ])('from %d ms for %d ms: %p', (fromMs, lengthMs, expected) => {
    expect(problems(fromMs, lengthMs)).toEqual(expected);
  });

  it('undecided lapses at its start, after 7 days, or, for now, after an hour', () => {
    expect(requestExpiry(plus(DAY), START)).toEqual(plus(DAY));
    expect(requestExpiry(plus(30 * DAY), START)).toEqual(plus(7 * DAY));
    expect(requestExpiry(START, START)).toEqual(plus(HOUR));
  });
});
