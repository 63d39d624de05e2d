import type { IncomingMessage } from 'node:http';
import { createTokenBucket } from '@/lib/core/token-bucket';
import { createMemberRates, MEMBER_RATE, SOCKET_RATE } from '@/lib/realtime/server/event-rates';
import { sayReason } from '@/lib/realtime/server/language';
import { isAllowedOrigin, mayUseCookie } from '@/lib/realtime/server/origin';
import { parseCookies } from '@/lib/realtime/server/session-cookie';

const PUBLIC = 'https://egodaeyeo.example';
const requestOf = (headers: Record<string, string>) => ({ headers }) as unknown as IncomingMessage;

describe('the Origin of a handshake', () => {
  it.each([
    [{ origin: PUBLIC, host: 'inner:3000' }, true, true],
    [{ origin: 'http://192.168.0.7:3000', host: '192.168.0.7:3000' }, true, true],
    [{ host: 'egodaeyeo.example' }, true, true],
    [{ host: 'egodaeyeo.example', 'sec-fetch-site': 'same-origin' }, true, true],
    [{ host: 'egodaeyeo.example', 'sec-fetch-site': 'cross-site' }, true, false],
    [{ origin: 'https://evil.example', host: 'egodaeyeo.example' }, false, false],
    [
      { origin: 'https://evil.example', host: 'egodaeyeo.example', 'sec-fetch-site': 'same-origin' },
      false,
      false,
    ],
    [{ origin: 'null', host: 'egodaeyeo.example' }, false, false],
    [{ origin: '', host: '' }, false, false],
    [{ origin: `${PUBLIC}.evil.example`, host: 'egodaeyeo.example' }, false, false],
  ])('%p: let in %p, cookie counts %p', (headers, isAllowed, counts) => {
    const request = requestOf(headers as Record<string, string>);
    expect(isAllowedOrigin(request, PUBLIC)).toBe(isAllowed);
    expect(mayUseCookie(request, PUBLIC)).toBe(counts);
  });
});

describe('a token bucket', () => {
  it('gives a burst, then as many a second as it was told', () => {
    const bucket = createTokenBucket(3, 2);
    const takes = (nowMs: number, count: number) => Array.from({ length: count }, () => bucket.take(nowMs));
    expect(takes(0, 4)).toEqual([true, true, true, false]);
    expect(takes(500, 2)).toEqual([true, false]);
    expect(takes(400, 1)).toEqual([false]);
    expect(takes(60_000, 4)).toEqual([true, true, true, false]);
  });
});

describe('what a member may do over all sockets', () => {
  const takes = (rates: ReturnType<typeof createMemberRates>, userId: string) =>
    Array.from({ length: MEMBER_RATE.burst * 2 }, () => rates.take(userId, 0)).filter(Boolean).length;

  it('is one budget, which comes back, and nobody else’s', () => {
    const rates = createMemberRates(() => 1);
    expect(takes(rates, 'a')).toBe(MEMBER_RATE.burst);
    expect(takes(rates, 'b')).toBe(MEMBER_RATE.burst);
    expect(rates.take('a', 1_000)).toBe(true);
  });

  it('is shared by the processes, but each grants what one socket may do', () => {
    expect(
      takes(
        createMemberRates(() => 2),
        'a',
      ),
    ).toBe(MEMBER_RATE.burst / 2);
    expect(
      takes(
        createMemberRates(() => 50),
        'a',
      ),
    ).toBe(SOCKET_RATE.burst);
  });

  it('forgets members who are silent, and nobody who is not', () => {
    const rates = createMemberRates(() => 1);
    expect(takes(rates, 'loud')).toBe(MEMBER_RATE.burst);
    for (let index = 0; index < 3_000; index += 1) rates.take(`silent ${index}`, 0);
    expect(rates.take('loud', 0)).toBe(false);
  });
});

describe('cookies', () => {
  it('are read by name; nonsense does no harm', () => {
    expect([...parseCookies('a=1; b = 2=3 ;;c; =4; a=5')]).toEqual([
      ['a', '1'],
      ['b', '2=3'],
    ]);
    expect(parseCookies(undefined).size).toBe(0);
  });
});

describe('the sentence of a refusal', () => {
  it('is in the reader’s language, with its values; one without a sentence gets the general one', () => {
    const reason = { key: 'auth.tooMany', values: { minutes: 5 } };
    expect(sayReason('ko', reason)).toContain('5분');
    expect(sayReason('en', reason)).toContain('5 min');
    expect(sayReason('en', { key: 'no.such.key' })).toBe('Please check what you entered.');
  });
});
