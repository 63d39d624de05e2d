const FIRST_MS = 400;
/** So that people are back within 5 s of the server's return. */
const LONGEST_MS = 4_000;

/**
 * Wait before the next try to connect: doubling, with jitter, so that a restarted server is not met by everybody at once.
 *
 * @param attempt 0 for the first try after a loss
 * @param random 0 to 1
 */
export function retryDelayMs(attempt: number, random = Math.random()): number {
  const longest = Math.min(FIRST_MS * 2 ** attempt, LONGEST_MS);
  return Math.round(longest * (0.25 + 0.75 * random));
}
