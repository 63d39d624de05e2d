import { hashPassword } from '@/lib/features/auth/server/password-hash';
import { createMember } from '@/tests/factories/people';
import { browserCookieOf, untilAnswering } from '@/tests/support/as-browser';
import { listActions, sendAction } from '@/tests/support/call-action';
import { useOwnProduct } from '@/tests/support/own-product';

const SITE = 'https://egodaeyeo.example';
const PASSWORD = 'Demo!2345';

/** Behind TLS, as the environment says. Every way in which the product sets or takes back a cookie. */
describe('the cookies of a site behind TLS', () => {
  const site = useOwnProduct({
    NEXTAUTH_URL: SITE,
    KAKAO_CLIENT_ID: 'a-client',
    KAKAO_CLIENT_SECRET: 'its-secret',
    KAKAO_AUTH_URL: 'https://kakao.example',
    KAKAO_API_URL: 'https://kakao.example',
  });
  const actions = listActions();
  const seen = new Map<string, string[]>();
  let email: string;
  let cookie: string;

  beforeAll(async () => {
    await untilAnswering(site.url);
    const member = await createMember(site.env.db, { passwordHash: await hashPassword(PASSWORD) });
    email = `${member.nickname.slice(1)}@example.com`;
    cookie = await browserCookieOf(member.id);
  });

  /** Keeps every Set-Cookie. @returns the Cookie header that a browser would send then */
  function take(headers: Headers): string {
    const lines = headers.getSetCookie();
    for (const line of lines) {
      const name = line.slice(0, line.indexOf('='));
      seen.set(name, [...(seen.get(name) ?? []), line]);
    }
    return lines.map((line) => line.split(';')[0]).join('; ');
  }

  async function act(
    name: string,
    call: Pick<Parameters<typeof sendAction>[1], 'form' | 'stateForm' | 'args'>,
  ) {
    const action = actions.get(name);
    if (!action) throw new Error(`The build has no action ${name}.`);
    const answer = await sendAction(site.url, { action, params: {}, cookie, origin: SITE, ...call });
    take(answer.headers);
    return answer.outcome;
  }

  async function post(path: string, fields: Record<string, string>) {
    const csrf = await fetch(`${site.url}/api/auth/csrf`);
    const mine = take(csrf.headers);
    const { csrfToken } = (await csrf.json()) as { csrfToken: string };
    const answer = await fetch(site.url + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: mine, origin: SITE },
      body: new URLSearchParams({ csrfToken, json: 'true', ...fields }),
    });
    take(answer.headers);
    return answer;
  }

  it('are all set in the ways that there are', async () => {
    expect(await act('signIn', { stateForm: { email, password: PASSWORD } })).toBe('to:/');
    expect(await act('setLocale', { form: { locale: 'en' } })).toBe('ok');
    expect(await act('beginKakaoLink', { stateForm: { currentPassword: PASSWORD } })).toBe('ok');
    expect(await act('logOut', { args: [] })).toBe('to:/');
    const kakao = await post('/api/auth/signin/kakao', { callbackUrl: `${SITE}/mypage` });
    expect(await kakao.json()).toMatchObject({ url: expect.stringContaining('https://kakao.example/') });
    const credentials = await post('/api/auth/callback/credentials', { email, password: PASSWORD });
    expect(credentials.status).toBe(200);
    // Each of the two ways in has begun a session that its member can see.
    const sessions = await site.env.db.session.findMany({ select: { browser: true } });
    expect(sessions).toEqual([{ browser: '' }, { browser: '' }]);
    expect([...seen.keys()].sort()).toEqual([
      '__Host-NEXT_LOCALE',
      '__Host-device',
      '__Host-egodaeyeo.kakao-link',
      '__Host-next-auth.callback-url',
      '__Host-next-auth.csrf-token',
      '__Host-next-auth.nonce',
      '__Host-next-auth.pkce.code_verifier',
      '__Host-next-auth.session-token',
      '__Host-next-auth.state',
    ]);
  });

  it('are of this host alone, of all of it, over TLS only, and no script’s', () => {
    for (const line of [...seen.values()].flat()) {
      const attributes = line.toLowerCase().split(/;\s*/).slice(1);
      expect([line, attributes]).toEqual([
        line,
        expect.arrayContaining(['path=/', 'secure', 'httponly', 'samesite=lax']),
      ]);
      expect(line).not.toMatch(/;\s*domain=/i);
    }
  });

  it('the language of the cookie is read, and the old name too', async () => {
    const languageOf = async (sent: string) => {
      const answer = await fetch(`${site.url}/login`, { headers: { cookie: sent } });
      return /<html[^>]* lang="(\w+)"/.exec(await answer.text())?.[1];
    };
    expect(await languageOf('')).toBe('ko');
    expect(await languageOf('NEXT_LOCALE=en')).toBe('en');
    expect(await languageOf('__Host-NEXT_LOCALE=en')).toBe('en');
    expect(await languageOf('NEXT_LOCALE=ko; __Host-NEXT_LOCALE=en')).toBe('en');
  });
});
