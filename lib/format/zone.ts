/** The zone times are shown in until the viewer's own is known (PRODUCT.md 4). */
export const DEFAULT_TIME_ZONE = 'Asia/Seoul';

/** Everything here takes what JSON and the database give alike: a Date, an ISO string or epoch milliseconds. */
export type Instant = Date | string | number;

/** @throws RangeError when the instant cannot be read as a time. */
export function toDate(instant: Instant): Date {
  const date = instant instanceof Date ? instant : new Date(instant);
  if (Number.isNaN(date.getTime())) throw new RangeError(`not a time: ${String(instant)}`);
  return date;
}
