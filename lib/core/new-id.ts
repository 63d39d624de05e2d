/**
 * A new id for a row that is written by raw SQL: a version 7 UUID (RFC 9562, 5.7), so that ids grow with time.
 *
 * @param now its time, in milliseconds
 */
export function newId(now: Date): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const time = now.getTime().toString(16).padStart(12, '0');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}
