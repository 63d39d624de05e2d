import { readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Crowd, createCrowd } from '@/tests/factories/crowd';
import { createMember } from '@/tests/factories/people';
import { browserCookieOf, untilAnswering } from '@/tests/support/as-browser';
import { listActions } from '@/tests/support/call-action';
import { useOwnProduct } from '@/tests/support/own-product';
import { sendRaw } from '@/tests/support/raw-http';

const SITE = 'https://egodaeyeo.example';
const FORGED = {
  host: 'evil.example',
  origin: 'https://evil.example',
  'x-forwarded-host': 'evil.example',
  'x-forwarded-proto': 'http',
  forwarded: 'host=evil.example;proto=http',
};
const BOUNDARY = 'x'.repeat(30);
const DATA_DIR = join(tmpdir(), `egodaeyeo-host-${process.pid}`);

/** Where the site is the configuration says, whatever a request names. */
describe('the host of a request', () => {
  const site = useOwnProduct({ NEXTAUTH_URL: SITE, DATA_DIR, WEB_CONCURRENCY: '1' });
  let crowd: Crowd;
  let cookie: string;

  beforeAll(async () => {
    await untilAnswering(site.url);
    crowd = await createCrowd(site.env, { rows: 2, now: new Date() });
    cookie = await browserCookieOf(crowd.me.id);
  });
  afterAll(() => rm(DATA_DIR, { recursive: true, force: true }));

  const PAGES: [string, (who: Crowd) => string, number][] = [
    ['home', () => '/', 200],
    ['an item', ({ item }) => `/items/${item}`, 200],
    ['an item with a slash too many', ({ item }) => `/items/${item}/`, 308],
    ['a page that sends visitors to sign in', () => '/chats', 307],
    ['the way in', () => '/login?next=%2Fmypage&callbackUrl=%2Fmypage', 200],
    ['next-auth’s way in', () => '/api/auth/signin?callbackUrl=%2Fmypage', 302],
    ['next-auth’s ways', () => '/api/auth/providers', 200],
    ['next-auth’s errors', () => '/api/auth/error?error=x', 302],
    ['robots.txt', () => '/robots.txt', 200],
    ['a page that is not there', () => '/nowhere', 404],
    ['the API’s document', () => '/api/v1/openapi.json', 200],
  ];

  it.each(PAGES)('is in no link and no redirect: %s', async (_what, path, status) => {
    for (const who of [{}, { cookie }]) {
      const {
        status: answered,
        headers,
        text,
      } = await sendRaw(site.url, path(crowd), {
        headers: { ...FORGED, ...who },
      });
      if (!('cookie' in who)) expect(answered).toBe(status);
      expect(JSON.stringify(headers)).not.toContain('evil.example');
      expect(text).not.toContain('evil.example');
      const location = headers.location ?? '/';
      expect(['http://x', new URL(SITE).origin]).toContain(new URL(location, 'http://x').origin);
    }
    // Nor is it kept for whoever asks next.
    expect((await sendRaw(site.url, path(crowd))).text).not.toContain('evil.example');
  });

  it('is in no letter', async () => {
    const member = await createMember(site.env.db, { email: 'host@example.com', passwordHash: 'x' });
    const action = listActions().get('requestPasswordReset');
    const fields = { _1_email: 'host@example.com', 0: '[{"message":null,"fields":{},"values":{}},"$K1"]' };
    const parts = Object.entries(fields).map(
      ([name, text]) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`,
    );
    const answer = await sendRaw(site.url, '/forgot-password', {
      method: 'POST',
      headers: {
        ...FORGED,
        'next-action': action?.id ?? '',
        'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
      },
      body: `${parts.reverse().join('')}--${BOUNDARY}--\r\n`,
    });
    expect(answer.status).toBe(200);
    const letter = await letterOf(member.id);
    expect(letter).toContain(`${SITE}/reset-password`);
    expect(letter).not.toContain('evil.example');
  });

  /** Written after the answer. */
  async function letterOf(userId: string): Promise<string> {
    const folder = join(DATA_DIR, 'mail');
    for (;;) {
      // One that is being written has a name of its own until it is whole.
      const name = (await readdir(folder).catch(() => [])).find((one) => !one.startsWith('.'));
      const text = name ? await readFile(join(folder, name), 'utf8') : '';
      if (text !== '') return text.replaceAll('=\r\n', '');
      expect(await site.env.db.user.count({ where: { id: userId } })).toBe(1);
    }
  }
});
