import { clientAddress, parseTrustedProxies } from '@/lib/runtime/client-address';

describe('whose address a request has', () => {
  it.each([
    ['nobody is trusted', undefined, '198.51.100.9', '1.1.1.1', '198.51.100.9'],
    ['one proxy', '1', '10.0.0.2', '203.0.113.5', '203.0.113.5'],
    ['one proxy, and a forged head', '1', '10.0.0.2', '6.6.6.6, 203.0.113.5', '203.0.113.5'],
    ['two proxies', '2', '10.0.0.2', '6.6.6.6, 203.0.113.5, 10.0.0.1', '203.0.113.5'],
    ['fewer hops than proxies', '2', '10.0.0.2', '203.0.113.5', '203.0.113.5'],
    ['no header', '1', '10.0.0.2', undefined, '10.0.0.2'],
    ['nonsense in the header', '1', '10.0.0.2', '6.6.6.6, <script>', '10.0.0.2'],
    ['a range', '10.0.0.0/8', '10.0.0.2', '6.6.6.6, 203.0.113.5, 10.1.2.3', '203.0.113.5'],
    ['a peer outside the range', '10.0.0.0/8', '198.51.100.9', '6.6.6.6', '198.51.100.9'],
    ['IPv4 as IPv6', '127.0.0.1', '::ffff:127.0.0.1', '203.0.113.5', '203.0.113.5'],
    ['IPv6', '::1, fd00::/8', 'fd00::7', '[2001:db8::5]:443', '2001:db8::5'],
    ['no peer', '1', undefined, '203.0.113.5', 'unknown'],
  ])('%s', (_what, trusted, peer, forwardedFor, expected) => {
    expect(clientAddress(peer, forwardedFor, parseTrustedProxies(trusted))).toBe(expected);
  });

  it.each(['yes', '10.0.0.0/33', '::1/129', '10.0.0.0/', '1.2.3'])('refuses %s', (text) => {
    expect(() => parseTrustedProxies(text)).toThrow(/must be a number of proxies/);
  });
});
