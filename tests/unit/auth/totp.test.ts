import { Secret } from 'otpauth';
import { newTotpSecret, stepOf, totpUri } from '@/lib/features/auth/server/totp';

/** RFC 6238, appendix B, for SHA-1; of eight digits an app shows the last six. */
const RFC_SECRET = Secret.fromUTF8('12345678901234567890').base32;

describe('codes of an app', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('at %s seconds are those of the standard', (seconds, code) => {
    expect(stepOf(RFC_SECRET, code, new Date(seconds * 1_000))).toBe(Math.floor(seconds / 30));
  });

  it.each([
    [-59, 1_111_111_109, true],
    [30, 1_111_111_109, true],
    [-60, 1_111_111_109, false],
    [31, 1_111_111_109, false],
  ])('count %s seconds away, or not', (away, seconds, counts) => {
    const step = stepOf(RFC_SECRET, '081804', new Date((seconds + away) * 1_000));
    expect(step).toBe(counts ? Math.floor(seconds / 30) : null);
  });

  it('have a secret of 160 bits each, which the QR code names with the service', () => {
    const [one, other] = [newTotpSecret(), newTotpSecret()];
    expect(one).toMatch(/^[A-Z2-7]{32}$/);
    expect(other).not.toBe(one);
    const uri = new URL(totpUri(one, 'a+b@example.com'));
    expect([uri.protocol, uri.host, uri.searchParams.get('secret')]).toEqual(['otpauth:', 'totp', one]);
    expect(decodeURIComponent(uri.pathname)).toBe('/이거대여:a+b@example.com');
  });
});
