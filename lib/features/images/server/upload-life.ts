const HOUR_MS = 3_600_000;

/** How long an upload may wait to become a picture; a margin lies between this and its removal. */
export const UPLOAD_LIFE_MS = 23 * HOUR_MS;
/** What no item has taken by then is removed. */
export const UNUSED_LIFE_MS = 24 * HOUR_MS;
/** A released picture stays this long for the pages that still show it. */
export const RELEASED_LIFE_MS = HOUR_MS;
