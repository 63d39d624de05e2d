let lastMs = 0;
let sequence = 0;

/**
 * A new id for a row that is written by raw SQL: a version 7 UUID (RFC 9562, 5.7 and 6.2 method 1). Ids of one process
 * only grow, also within a millisecond, so that rows of one moment stay in the order in which they were made.
 *
 * @param now its time, in milliseconds
 */
export function newId(now: Date): string {
  advance(now.getTime());
  const random = Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
  const time = lastMs.toString(16).padStart(12, '0');
  const variant = ((Number.parseInt(random.charAt(0), 16) & 0x3) | 0x8).toString(16);
  const counter = sequence.toString(16).padStart(3, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter}-${variant}${random.slice(1, 4)}-${random.slice(4)}`;
}

function advance(nowMs: number) {
  if (nowMs > lastMs) {
    lastMs = nowMs;
    sequence = 0;
  } else if (sequence === 0xfff) {
    lastMs += 1;
    sequence = 0;
  } else {
    sequence += 1;
  }
}
