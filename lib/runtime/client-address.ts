import { BlockList, isIP } from 'node:net';

/** How many proxies stand before this process, or which addresses they have. */
export type TrustedProxies = number | BlockList;

/**
 * @param text `2`, or addresses and CIDR ranges with commas between (`10.0.0.0/8, ::1`); undefined trusts nobody
 * @throws Error with one sentence when it is neither
 */
export function parseTrustedProxies(text: string | undefined): TrustedProxies {
  if (text === undefined) return 0;
  if (/^\d{1,2}$/.test(text)) return Number(text);
  const list = new BlockList();
  for (const part of text.split(',')) addRange(list, part.trim());
  return list;
}

/**
 * Address of whoever asked. Of X-Forwarded-For only what a trusted proxy has written counts: it is read from the right.
 *
 * @param peer address at the other end of the connection
 * @param forwardedFor the header as it came
 */
export function clientAddress(
  peer: string | undefined,
  forwardedFor: string | string[] | undefined,
  trusted: TrustedProxies,
): string {
  let address = plain(peer ?? '');
  if (!address) return 'unknown';
  const hops = String(forwardedFor ?? '')
    .split(',')
    .map((hop) => plain(hop.trim()));
  for (let passed = 0; isTrusted(address, passed, trusted); passed += 1) {
    const before = hops.pop();
    if (!before) break;
    address = before;
  }
  return address;
}

/** Whether the other end of the connection is a proxy of ours. */
export function isProxy(peer: string | undefined, trusted: TrustedProxies): boolean {
  const address = plain(peer ?? '');
  return address !== '' && isTrusted(address, 0, trusted);
}

function isTrusted(address: string, passed: number, trusted: TrustedProxies): boolean {
  if (typeof trusted === 'number') return passed < trusted;
  return trusted.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

/** An address without a port and without the IPv6 form of an IPv4 address; empty when it is none. */
function plain(text: string): string {
  const bare = text.replace(/^\[(.*)\](:\d+)?$/, '$1').replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1');
  const address = bare.replace(/^::ffff:(?=\d+\.)/i, '');
  return isIP(address) ? address : '';
}

function addRange(list: BlockList, range: string) {
  const [address = '', length] = range.split('/');
  const family = isIP(address);
  const bits = family === 6 ? 128 : 32;
  const prefix = length === undefined ? bits : Number(length);
  if (family === 0 || !/^\d+$/.test(length ?? '0') || prefix > bits)
    throw new Error('must be a number of proxies, or addresses and CIDR ranges with commas between');
  list.addSubnet(address, prefix, family === 6 ? 'ipv6' : 'ipv4');
}
