import type { IncomingMessage } from 'node:http';
import { mendHost } from '@/lib/runtime/mend-host';

const SITE = 'https://egodaeyeo.example';

function mended(given: Record<string, string>, trusted = 0) {
  const headers: Record<string, string> = { host: 'localhost:3000', ...given };
  const request = { headers, socket: { remoteAddress: '127.0.0.1' } } as unknown as IncomingMessage;
  mendHost(request, trusted, SITE);
  return headers;
}

describe('the host that a request names besides its own', () => {
  const forged = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http', forwarded: 'host=evil' };

  it('is forgotten unless a trusted proxy wrote it', () => {
    expect(mended(forged)).toEqual({ host: 'localhost:3000' });
    expect(mended(forged, 1)).toEqual({ host: 'localhost:3000', ...forged });
  });

  it('is the site’s where a page of the site asks, whatever stands between', () => {
    expect(mended({ ...forged, origin: SITE })['x-forwarded-host']).toBe('egodaeyeo.example');
    expect(mended({ origin: 'https://evil.example' })['x-forwarded-host']).toBeUndefined();
  });
});
