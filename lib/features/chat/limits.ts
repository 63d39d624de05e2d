/** Without a library: forms in the browser count by them too (PRODUCT.md 4). */
export const MAX_MESSAGE = 1_000;
/** Rooms that one member opens: more people than anybody asks. */
export const MOST_ROOMS_AN_HOUR = 60;
