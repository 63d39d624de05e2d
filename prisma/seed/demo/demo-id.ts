import { createRandom } from './random';

/**
 * A version 7 UUID (RFC 9562, 5.7) that depends on nothing but its arguments, so that rows of the demo data sort by time
 * and a second run writes the same pictures to the same keys.
 */
export function demoId(key: string, at: Date): string {
  const random = createRandom(key);
  const hex = (digits: number) =>
    Array.from({ length: digits }, () => random.int(0, 15).toString(16)).join('');
  const time = at.getTime().toString(16).padStart(12, '0');
  const variant = random.pick(['8', '9', 'a', 'b']);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${variant}${hex(3)}-${hex(12)}`;
}
