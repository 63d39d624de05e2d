import { request } from 'node:http';
import type { Socket } from 'socket.io-client';
import { createMember } from '@/tests/factories/people';
import { createScene } from '@/tests/factories/scenes';
import { accessTokenOf, ask, cookieOf, next, useRealtime } from '@/tests/support/realtime-env';
import { useTestEnv } from '@/tests/support/test-env';

describe('signing in to the sockets', () => {
  const env = useTestEnv();
  const rt = useRealtime(env);
  const SITE = 'https://egodaeyeo.example';
  const secure = useRealtime(env, {}, SITE);

  const refused = (work: Promise<Socket>) =>
    work.then(
      () => 'let in',
      (error) => error.data?.code ?? error.message,
    );

  it.each(['/chat', '/alerts'] as const)('2022 fault: sockets asked for no login: %s', async (namespace) => {
    const error = await rt.connect(namespace).catch((refusal) => refusal);
    expect(error.message).toBe('UNAUTHENTICATED');
    expect(error.data).toEqual({ code: 'UNAUTHENTICATED', message: '로그인이 필요해요.' });
  });

  it('no namespace but the two is served', async () => {
    const member = await createMember(env.db);
    const extraHeaders = { Cookie: await cookieOf(member.id), Origin: rt.url };
    expect(await refused(rt.connect('/', { extraHeaders }))).toBe('NOT_FOUND');
  });

  it('takes next-auth’s cookie, whole, in chunks, and of a secure site', async () => {
    const member = await createMember(env.db);
    const cookie = await cookieOf(member.id);
    const [name = '', token = ''] = cookie.split('=');
    const chunksOf = (prefix: string) =>
      `${prefix}${name}.0=${token.slice(0, 100)}; other=1; ${prefix}${name}.1=${token.slice(100)}`;
    const sockets = [
      ...[cookie, chunksOf('')].map((Cookie) =>
        rt.connect('/chat', { extraHeaders: { Cookie, Origin: rt.url } }),
      ),
      ...[`__Host-${cookie}`, chunksOf('__Host-')].map((Cookie) =>
        secure.connect('/chat', { extraHeaders: { Cookie, Origin: SITE } }),
      ),
    ];
    for (const socket of await Promise.all(sockets)) {
      expect(await ask(socket, 'room:leave', {})).toMatchObject({ ok: false, error: { code: 'INVALID' } });
    }
  });

  it('of a secure site takes no cookie that another host of its domain can have set', async () => {
    const member = await createMember(env.db);
    const cookie = await cookieOf(member.id);
    for (const Cookie of [cookie, `__Secure-${cookie}`, cookie.replace('=', '.0=')]) {
      const options = { extraHeaders: { Cookie, Origin: SITE } };
      expect(await refused(secure.connect('/chat', options))).toBe('UNAUTHENTICATED');
    }
    const planted = `${await cookieOf((await createMember(env.db)).id)}; __Host-${cookie}`;
    const socket = await secure.connect('/chat', { extraHeaders: { Cookie: planted, Origin: SITE } });
    const gone = next(socket, 'disconnect');
    secure.realtime.publish([{ type: 'sessions.ended', userId: member.id }]);
    await gone;
  });

  it('takes an access token, without Origin and without cookie', async () => {
    const { inquirer, roomId } = await createScene(env);
    const socket = await rt.connect('/chat', { auth: { token: await accessTokenOf(inquirer.id) } });
    expect(await ask(socket, 'room:join', { roomId })).toMatchObject({ ok: true, lastSeq: 0 });
  });

  it('takes neither for the other, nor what the server has not signed', async () => {
    const member = await createMember(env.db);
    const cookie = await cookieOf(member.id);
    const session = cookie.split('=')[1] ?? '';
    const access = await accessTokenOf(member.id);
    const asCookie = (value: string) => ({
      extraHeaders: { Cookie: `next-auth.session-token=${value}`, Origin: rt.url },
    });
    const forged = `${session.slice(0, -4)}AAAA`;
    for (const options of [{ auth: { token: session } }, asCookie(access), asCookie(forged), asCookie('x')]) {
      expect(await refused(rt.connect('/chat', options))).toBe('UNAUTHENTICATED');
    }
    for (const token of [forged, '', 7, null, {}, access.slice(1)]) {
      expect(await refused(rt.connect('/chat', { auth: { token } }))).toBe('UNAUTHENTICATED');
    }
  });

  it('refuses sessions that have ended', async () => {
    const member = await createMember(env.db);
    const options = async (cookie: Promise<string>) => ({
      extraHeaders: { Cookie: await cookie, Origin: rt.url },
    });
    const old = await options(cookieOf(member.id, 0));
    const past = await options(cookieOf(member.id, 1, -3_600));
    const suspended = await createMember(env.db, { status: 'SUSPENDED' });
    const out = await options(cookieOf(suspended.id));
    for (const one of [old, past, out])
      expect(await refused(rt.connect('/chat', one))).toBe('UNAUTHENTICATED');
  });

  it('2022 fault: sockets from any Origin', async () => {
    const member = await createMember(env.db);
    const Cookie = await cookieOf(member.id);
    for (const Origin of ['https://evil.example', 'null', `${rt.url}.evil.example`, 'http://127.0.0.1:1']) {
      for (const transports of [['websocket'], ['polling']]) {
        const options = { extraHeaders: { Cookie, Origin }, transports };
        expect(await refused(rt.connect('/chat', options))).toMatch(/error/);
      }
    }
  });

  it('a cookie counts unless a page of another site is behind it', async () => {
    const member = await createMember(env.db);
    const Cookie = await cookieOf(member.id);
    expect(await refused(rt.connect('/chat', { extraHeaders: { Cookie } }))).toBe('let in');
    const crossSite = { extraHeaders: { Cookie, 'Sec-Fetch-Site': 'cross-site' }, transports: ['polling'] };
    expect(await refused(rt.connect('/chat', crossSite))).toBe('UNAUTHENTICATED');
    const sameOrigin = { extraHeaders: { Cookie, 'Sec-Fetch-Site': 'same-origin' }, transports: ['polling'] };
    expect(await refused(rt.connect('/chat', sameOrigin))).toBe('let in');
  });

  it('ended sessions lose their sockets at once', async () => {
    const member = await createMember(env.db);
    const [chat, alerts] = await Promise.all([rt.connectAs(member), rt.connectAs(member, '/alerts')]);
    const gone = Promise.all([next(chat, 'disconnect'), next(alerts, 'disconnect')]);
    rt.realtime.publish([{ type: 'sessions.ended', userId: member.id }]);
    await gone;
  });

  it('a session that was ended without a word is found out by the next event', async () => {
    const member = await createMember(env.db);
    const socket = await rt.connectAs(member);
    await env.db.user.update({ where: { id: member.id }, data: { sessionVersion: 2 } });
    const gone = next(socket, 'disconnect');
    await new Promise((resolve) => setTimeout(resolve, 2_050));
    expect(await ask(socket, 'room:leave', {})).toMatchObject({
      ok: false,
      error: { code: 'UNAUTHENTICATED' },
    });
    await gone;
  });

  it('a socket lives no longer than the token that opened it', async () => {
    const member = await createMember(env.db);
    const socket = await rt.connect('/chat', { auth: { token: await accessTokenOf(member.id, 2) } });
    expect(await next(socket, 'disconnect')).toBe('io server disconnect');
  });

  it('upgrade requests to other paths are left to others', async () => {
    const seen: string[] = [];
    rt.httpServer.on('upgrade', (upgrade, socket) => {
      if (!upgrade.url?.startsWith('/_next')) return;
      seen.push(upgrade.url);
      socket.end('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
    });
    await new Promise<void>((resolve, reject) => {
      const headers = { Connection: 'Upgrade', Upgrade: 'websocket' };
      request(`${rt.url}/_next/webpack-hmr`, { headers })
        .on('upgrade', (_response, socket) => {
          socket.destroy();
          resolve();
        })
        .on('error', reject)
        .end();
    });
    expect(seen).toEqual(['/_next/webpack-hmr']);
    expect(await (await fetch(rt.url)).text()).toBe('page');
  });
});
