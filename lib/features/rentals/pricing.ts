import type { PriceUnit } from '@/lib/features/items/schemas';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * Units of a period: begun hours, days of 24 hours, or calendar months count whole.
 *
 * @returns 1 or more
 */
export function countUnits(unit: PriceUnit, startsAt: Date, endsAt: Date): number {
  const lengthMs = endsAt.getTime() - startsAt.getTime();
  switch (unit) {
    case 'HOUR':
      return Math.max(1, Math.ceil(lengthMs / HOUR_MS));
    case 'DAY':
      return Math.max(1, Math.ceil(lengthMs / DAY_MS));
    case 'MONTH':
      return countMonths(startsAt, endsAt);
  }
}

/** Quote of a period: units × price. A price of null stays to be agreed. */
export function quotePeriod(price: { unit: PriceUnit; won: number | null }, startsAt: Date, endsAt: Date) {
  const units = countUnits(price.unit, startsAt, endsAt);
  return {
    priceUnit: price.unit,
    units,
    unitPriceWon: price.won,
    totalWon: price.won === null ? null : price.won * units,
  };
}

/**
 * The same day and time `months` later in Korean time (which has no daylight saving); the last day of the month when it
 * has no such day.
 */
export function addMonths(date: Date, months: number): Date {
  const KST_MS = 9 * HOUR_MS;
  const local = new Date(date.getTime() + KST_MS);
  const day = local.getUTCDate();
  local.setUTCDate(1);
  local.setUTCMonth(local.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + 1, 0)).getUTCDate();
  local.setUTCDate(Math.min(day, lastDay));
  return new Date(local.getTime() - KST_MS);
}

function countMonths(startsAt: Date, endsAt: Date): number {
  let months = 1;
  while (addMonths(startsAt, months) < endsAt) months += 1;
  return months;
}
