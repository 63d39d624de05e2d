import type { IncomingMessage } from 'node:http';
import { isForeignPost } from '@/lib/runtime/is-foreign-post';

const isForeign = (headers: Record<string, string>, method = 'POST') =>
  isForeignPost({ method, headers: { host: 'example.com', ...headers } } as unknown as IncomingMessage);

describe('a POST', () => {
  it.each([
    ['of our own page', { origin: 'https://example.com' }],
    [
      'of our own page, through a proxy',
      { origin: 'https://out.example', 'x-forwarded-host': 'out.example' },
    ],
    ['of no page at all', {}],
  ])('%s goes on', (_what, headers) => expect(isForeign(headers)).toBe(false));

  it.each([
    ['of another site', { origin: 'https://elsewhere.example' }],
    ['of another port of this host', { origin: 'https://example.com:8443' }],
    ['of a page without an origin', { origin: 'null' }],
    ['of what is no origin', { origin: 'https://' }],
  ])('%s is foreign', (_what, headers) => expect(isForeign(headers)).toBe(true));

  it('alone is asked: pages of others may link to ours', () => {
    expect(isForeign({ origin: 'https://elsewhere.example' }, 'GET')).toBe(false);
  });
});
