const HOUR_MS = 3_600_000;

/** A moment as `<input type="datetime-local">` takes it, in the zone of this device: `2026-11-03T15:00`. */
export function toLocalInput(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** What such an input holds, in UTC; an empty or unfinished one stays as it is, for the server to refuse. */
export function fromLocalInput(value: string): string {
  const date = new Date(value);
  return value === '' || Number.isNaN(date.getTime()) ? value : date.toISOString();
}

/** A likely period to begin with: from the next full hour but one, for a day. */
export function suggestPeriod(now: Date): { startsAt: string; endsAt: string } {
  const start = new Date(Math.ceil(now.getTime() / HOUR_MS) * HOUR_MS + HOUR_MS);
  return { startsAt: toLocalInput(start), endsAt: toLocalInput(new Date(start.getTime() + 24 * HOUR_MS)) };
}
