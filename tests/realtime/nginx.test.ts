import { request as requestPlain } from 'node:http';
import { Agent, request } from 'node:https';
import { type ConnectionOptions, connect as connectTls } from 'node:tls';
import { io } from 'socket.io-client';
import { createScene } from '@/tests/factories/scenes';
import { type NginxFolder, prepareNginx } from '@/tests/support/nginx';
import { ask, cookieOf, next, useRealtime } from '@/tests/support/realtime-env';
import { freePort } from '@/tests/support/start-product';
import { useTestEnv } from '@/tests/support/test-env';

describe('behind nginx, with the configuration of deploy/nginx', () => {
  const env = useTestEnv();
  const rt = useRealtime(env);
  const agent = new Agent({ rejectUnauthorized: false });
  let nginx: NginxFolder | undefined;
  let stop: (() => Promise<void>) | undefined;
  let https = 0;
  let http = 0;

  beforeAll(async () => {
    const app = new URL(rt.url).host;
    const store = new URL(env.storage.publicUrl('x')).host;
    [http, https] = [await freePort(), await freePort()];
    nginx = await prepareNginx({
      upstreams: { app1: app, app2: app, objects: store },
      ports: { http, https },
    });
    nginx.check();
    stop = await nginx.start();
  });
  afterAll(async () => {
    await stop?.();
    await nginx?.remove();
  });

  const ask443 = (path: string, headers: Record<string, string> = {}, body?: Buffer) =>
    new Promise<{ status: number; headers: Record<string, unknown>; text: string }>((resolve, reject) => {
      const method = body ? 'POST' : 'GET';
      const outgoing = request({
        host: '127.0.0.1',
        port: https,
        path,
        method,
        headers: { Host: 'localhost', ...headers },
        agent,
      });
      outgoing.on('error', reject).on('response', async (response) => {
        let text = '';
        for await (const chunk of response) text += chunk;
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
      outgoing.end(body);
    });

  it('a page comes through, with the name asked for and the address of whoever asked', async () => {
    const seen = new Promise<Record<string, unknown>>((resolve) =>
      rt.httpServer.prependOnceListener('request', (incoming) => resolve(incoming.headers)),
    );
    const answer = await ask443('/', { 'X-Forwarded-For': '6.6.6.6' });
    expect(answer).toMatchObject({ status: 200, text: 'page' });
    expect(answer.headers['strict-transport-security']).toMatch(/max-age/);
    expect(await seen).toMatchObject({
      host: 'localhost',
      'x-forwarded-for': '6.6.6.6, 127.0.0.1',
      'x-forwarded-proto': 'https',
    });
  });

  it.each([
    ['localhost', 'https://localhost/items?q=1'],
    ['files.localhost', 'https://files.localhost/items?q=1'],
    ['evil.example', 'https://localhost/items?q=1'],
    ['localhost.evil.example', 'https://localhost/items?q=1'],
  ])('plain HTTP for %s leads to a host of ours', async (host, address) => {
    const options = { host: '127.0.0.1', port: http, path: '/items?q=1', headers: { Host: host } };
    const location = await new Promise((resolve, reject) => {
      const outgoing = requestPlain(options, (answer) => resolve(answer.resume().headers.location));
      outgoing.on('error', reject).end();
    });
    expect(location).toBe(address);
  });

  it.each(['/api/v1/me', '/api/v1', '/socket.io/?EIO=4&transport=polling'])(
    'plain HTTP for %s, which only programs ask, leads nowhere',
    async (path) => {
      const options = { host: '127.0.0.1', port: http, path, headers: { Host: 'localhost' } };
      const answer = await new Promise<{ status: unknown; location: unknown }>((resolve, reject) => {
        const outgoing = requestPlain(options, ({ statusCode: status, headers }) =>
          resolve({ status, location: headers.location }),
        );
        outgoing.on('error', reject).end();
      });
      expect(answer).toEqual({ status: 403, location: undefined });
    },
  );

  it('a host that is not ours reaches neither the product nor the object store', async () => {
    const asked: unknown[] = [];
    const note = (incoming: { headers: object }) => asked.push(incoming.headers);
    rt.httpServer.on('request', note);
    expect(await ask443('/', { Host: 'evil.example' })).toMatchObject({ status: 421 });
    rt.httpServer.off('request', note);
    expect(asked).toEqual([]);
  });

  it('speaks nothing older than TLS 1.2, and TLS 1.3 with who can', async () => {
    const shake = (options: ConnectionOptions) =>
      new Promise<string | null>((resolve) => {
        const host = { host: '127.0.0.1', port: https, servername: 'localhost', rejectUnauthorized: false };
        const socket = connectTls({ ...host, ...options }, () => {
          resolve(socket.getProtocol());
          socket.destroy();
        });
        socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
      });
    const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT:@SECLEVEL=0' } as const;
    expect(await shake({})).toBe('TLSv1.3');
    expect(await shake({ maxVersion: 'TLSv1.2' })).toBe('TLSv1.2');
    // The server's own word, not this side's.
    expect(await shake(old)).toBe('ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION');
  });

  it('what the build made is kept for good, and a large body is refused', async () => {
    const file = await ask443('/_next/static/chunk.js');
    expect(file.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(await ask443('/', {}, Buffer.alloc(1_100_000))).toMatchObject({ status: 413 });
  });

  it('a WebSocket comes through', async () => {
    const { inquirer, roomId } = await createScene(env);
    const origin = `https://localhost:${https}`;
    const socket = io(`https://127.0.0.1:${https}/chat`, {
      forceNew: true,
      transports: ['websocket'],
      rejectUnauthorized: false,
      extraHeaders: { Host: `localhost:${https}`, Origin: origin, Cookie: await cookieOf(inquirer.id) },
    });
    await next(socket, 'connect');
    expect(await ask(socket, 'room:join', { roomId })).toMatchObject({ ok: true });
    socket.disconnect();
  });

  it('an upload of 3 MB reaches the object store', async () => {
    const post = await env.storage.presignPost({
      key: 'uploads/nginx/one',
      contentType: 'image/png',
      maxBytes: 5_000_000,
      expiresInSeconds: 60,
    });
    const form = new FormData();
    for (const [name, value] of Object.entries(post.fields)) form.append(name, value);
    form.append('file', new Blob([Buffer.alloc(3_000_000)], { type: 'image/png' }));
    const encoded = new Response(form);
    const type = encoded.headers.get('content-type') ?? '';
    const body = Buffer.from(await encoded.arrayBuffer());
    const path = new URL(post.url).pathname;
    const answer = await ask443(path, { Host: 'files.localhost', 'Content-Type': type }, body);
    expect(answer).toMatchObject({ status: 204 });
    expect(answer.headers['content-security-policy']).toBe(
      "sandbox; default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
    );
  });
});
