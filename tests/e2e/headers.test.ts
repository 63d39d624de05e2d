import { readdir } from 'node:fs/promises';
import { paths } from '@/lib/paths';
import { type Crowd, createCrowd } from '@/tests/factories/crowd';
import { browserCookieOf, untilAnswering } from '@/tests/support/as-browser';
import { useOwnProduct } from '@/tests/support/own-product';
import { SITE_ROUTES } from './support/site-routes';

const ALWAYS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': /^(strict-origin-when-cross-origin|same-origin)$/,
  'permissions-policy': /camera=\(\).*geolocation=\(\).*payment=\(\)/,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'strict-transport-security': /^max-age=31536000/,
};

/** Behind TLS, as the environment says. */
describe('what every answer says of itself', () => {
  const site = useOwnProduct({ NEXTAUTH_URL: 'https://egodaeyeo.example', WEB_CONCURRENCY: '1' });
  let crowd: Crowd;
  let admin: Crowd;

  beforeAll(async () => {
    await untilAnswering(site.url);
    crowd = await createCrowd(site.env, { rows: 3, now: new Date() });
    admin = await createCrowd(site.env, { rows: 3, now: new Date(), role: 'ADMIN' });
  });

  const ask = async (path: string, init: RequestInit & { as?: { id: string } } = {}) => {
    const { as, headers, ...rest } = init;
    const cookie = as && { cookie: await browserCookieOf(as.id) };
    return fetch(site.url + path, { redirect: 'manual', headers: { ...headers, ...cookie }, ...rest });
  };

  function expectAlways(answer: Response) {
    const said = Object.fromEntries(Object.keys(ALWAYS).map((name) => [name, answer.headers.get(name)]));
    for (const [name, wanted] of Object.entries(ALWAYS)) {
      const value = said[name] ?? '';
      expect([
        answer.url,
        name,
        typeof wanted === 'string' ? value === wanted : wanted.test(value),
        value,
      ]).toEqual([answer.url, name, true, value]);
    }
    const policy = policyOf(answer);
    for (const name of ['base-uri', 'frame-ancestors'])
      expect([answer.url, name, policy.get(name)]).toEqual([answer.url, name, ["'none'"]]);
    expect([answer.url, isLoose(policy)]).toEqual([answer.url, false]);
    expect(answer.headers.get('x-powered-by')).toBeNull();
    expect(answer.headers.get('server')).toBeNull();
  }

  /** The Content-Security-Policy by directive. */
  function policyOf(answer: Response): Map<string, string[]> {
    const policy = answer.headers.get('content-security-policy') ?? '';
    return new Map(
      policy.split('; ').map((directive) => {
        const [name = '', ...values] = directive.split(' ');
        return [name, values];
      }),
    );
  }

  /** Whether an embedded object could run. */
  function isLoose(policy: Map<string, string[]>) {
    return (policy.get('object-src') ?? policy.get('default-src'))?.join(' ') !== "'none'";
  }

  function expectStrictPolicy(answer: Response) {
    const policy = policyOf(answer);
    const scripts = policy.get('script-src') ?? policy.get('default-src') ?? [];
    expect([answer.url, scripts.length > 0]).toEqual([answer.url, true]);
    for (const lax of ["'unsafe-inline'", "'unsafe-eval'", '*', 'https:', 'http:', 'data:'])
      expect(scripts).not.toContain(lax);
    expect(policy.get('frame-ancestors')).toEqual(["'none'"]);
  }

  describe.each([
    ['a visitor', 0],
    ['a member', 1],
    ['an admin', 2],
  ] as const)('to %s', (_name, place) => {
    const viewer = () => [undefined, crowd.me, admin.me][place];
    const whose = () => (place === 2 ? admin : crowd);

    it.each(
      SITE_ROUTES.map((route) => [[route.file, route.what].filter(Boolean).join(', '), route] as const),
    )('%s', async (_route, route) => {
      const who = viewer();
      const answer = await ask(route.path(whose()), who ? { as: who } : {});
      expect(answer.status).toBe(route.answers[place]);
      expectAlways(answer);
      const isPage = /html/.test(answer.headers.get('content-type') ?? '');
      if (isPage) expectStrictPolicy(answer);
      // What knows who asks is kept by nobody between; ways of signing in are the same for all.
      if (who && route.what !== 'providers') expect(answer.headers.get('cache-control')).toMatch(/no-store/);
      else expect(answer.headers.get('cache-control') ?? 'private').not.toMatch(/public|s-maxage/);
    });
  });

  it.each<[string, string, RequestInit, number]>([
    ['an address that is not there', '/nowhere', {}, 404],
    ['an item that is not there', '/items/00000000-0000-4000-8000-000000000000', {}, 404],
    ['an address that cannot be read', '/items/%ff', {}, 404],
    ['a path that climbs', '/..%2f..%2fetc/passwd', {}, 404],
    [
      'a post from another site',
      '/login',
      { method: 'POST', headers: { origin: 'https://evil.example' } },
      403,
    ],
    ['the API', '/api/v1/categories', {}, 200],
    ['a knock', '/api/alive', {}, 204],
    ['the API’s document', '/api/v1/openapi.json', {}, 200],
    ['the API without a token', '/api/v1/me', {}, 401],
    ['no such operation', '/api/v1/nothing', {}, 404],
    ['another method of the API', '/api/v1/categories', { method: 'DELETE' }, 405],
    ['a body of the API that is no JSON', '/api/v1/auth/token', { method: 'POST', body: 'x' }, 415],
    ['a preflight of the API', '/api/v1/items', { method: 'OPTIONS' }, 204],
    ['a static file', '/robots.txt', {}, 200],
    ['a picture of the site', '/favicon.ico', {}, 200],
    ['a file of the build that is not there', '/_next/static/nothing.js', {}, 404],
    ['next-auth’s page of errors', '/api/auth/error', {}, 302],
    ['a handshake of the sockets', '/socket.io/?EIO=4&transport=polling', {}, 200],
    ['a handshake that is none', '/socket.io/?EIO=4&transport=none', {}, 400],
    ['figures without their token', '/metrics', {}, 404],
    [
      'an action with a body that is too large',
      '/login',
      { method: 'POST', headers: { 'next-action': 'a'.repeat(42) }, body: 'x'.repeat(300_000) },
      413,
    ],
  ])('%s', async (_name, path, init, status) => {
    const answer = await ask(path, init);
    expect([path, answer.status]).toEqual([path, status]);
    expectAlways(answer);
    if (/html/.test(answer.headers.get('content-type') ?? '')) expectStrictPolicy(answer);
  });

  it('a file of the build is kept for good, and is a script for this site alone', async () => {
    const html = await (await ask(paths.home)).text();
    const [, file = ''] = /src="(\/_next\/static\/[^"]+\.js)"/.exec(html) ?? [];
    const answer = await ask(file);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toContain('immutable');
    expectAlways(answer);
  });

  it('a page has a nonce of its own each time, and a kept one no nonce at all', async () => {
    const nonceOf = async (path: string) =>
      /'nonce-([^']+)'/.exec((await ask(path)).headers.get('content-security-policy') ?? '')?.[1];
    const nonces = await Promise.all(Array.from({ length: 5 }, () => nonceOf(paths.login())));
    expect(new Set(nonces).size).toBe(5);
    expect(nonces).not.toContain(undefined);
    expect([await nonceOf(paths.home), await nonceOf(paths.item(crowd.item))]).toEqual([
      undefined,
      undefined,
    ]);
    for (const path of [paths.home, paths.item(crowd.item)]) {
      const html = await (await ask(path)).text();
      expect(html).toContain('<script');
      expect(html).not.toMatch(/<[^>]* nonce=/);
    }
  });

  it('no source map is handed out', async () => {
    const files = await readdir('.next/static', { recursive: true });
    expect(files.filter((file) => file.endsWith('.map'))).toEqual([]);
  });
});
