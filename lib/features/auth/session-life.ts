const DAY_MS = 24 * 3_600_000;
/** Days begin at midnight in Korea, where the members are. */
const KOREA_MS = 9 * 3_600_000;

/** How long a session lasts from its sign-in, used or not. */
export const SESSION_DAYS = 30;
/** A session that nobody used for so long is over (OWASP ASVS 5.0, 7.3.1). */
export const IDLE_DAYS = 14;
/** How long an access token of the API lasts (PRODUCT.md 8). */
export const ACCESS_TOKEN_SECONDS = 15 * 60;

/** The moment before which a session was last used that is over by now. */
export function idleSince(now: Date): Date {
  return new Date(now.getTime() - IDLE_DAYS * DAY_MS);
}

/** Where the day of `now` began. */
export function startOfDay(now: Date): Date {
  const day = Math.floor((now.getTime() + KOREA_MS) / DAY_MS);
  return new Date(day * DAY_MS - KOREA_MS);
}
