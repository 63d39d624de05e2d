import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http';
import { Agent, request } from 'node:https';
import type { AddressInfo } from 'node:net';
import en from '@/messages/en/errors.json';
import ko from '@/messages/ko/errors.json';
import { type NginxFolder, prepareNginx } from '@/tests/support/nginx';
import { freePort } from '@/tests/support/start-product';

/** So much longer may a busy machine take. Where nginx did not give up by itself, an answer would take 60 s. */
const HELD_UP_MS = 4_000;

describe('a process that hangs, behind nginx with the configuration of deploy/nginx', () => {
  /** both listen; what they do with a request is each test's */
  let answers: Record<'app1' | 'app2', RequestListener>;
  /** what they do when nginx knocks */
  let knocks: Record<'app1' | 'app2', RequestListener>;
  const asked: string[] = [];
  const servers: Server[] = [];
  let nginx: NginxFolder;
  let stop: () => Promise<void>;
  let https = 0;
  /** from where nginx leads to app1 */
  let home = '';

  const ok: RequestListener = (_request, response) => response.end('ok');
  const silence: RequestListener = () => undefined;
  const echo: RequestListener = (incoming, response) => void incoming.pipe(response);
  const dying: RequestListener = (incoming) => incoming.socket.destroy();
  const alive: RequestListener = (_request, response) => response.writeHead(204).end();
  const aliveAfter =
    (ms: number): RequestListener =>
    (_request, response) =>
      setTimeout(() => response.writeHead(204).end(), ms);

  async function listen(name: 'app1' | 'app2') {
    const server = createServer((incoming, response) => {
      if (incoming.url === '/api/alive') return knocks[name](incoming, response);
      asked.push(`${name} ${incoming.method} ${incoming.url}`);
      answers[name](incoming, response);
    }).listen(0, '127.0.0.1');
    servers.push(server);
    await once(server, 'listening');
    return `127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  beforeAll(async () => {
    answers = { app1: ok, app2: ok };
    const upstreams = { app1: await listen('app1'), app2: await listen('app2'), objects: '127.0.0.1:9' };
    https = await freePort();
    nginx = await prepareNginx({ upstreams, ports: { http: await freePort(), https } });
    nginx.check();
    stop = await nginx.start();
    for (let last = 2; home === ''; last += 1) {
      const { headers } = await ask('GET', '/', {}, `127.0.0.${last}`);
      if (headers['x-served-by'] === upstreams.app1) home = `127.0.0.${last}`;
    }
  });
  beforeEach(() => {
    knocks = { app1: alive, app2: alive };
    asked.length = 0;
  });
  afterAll(async () => {
    await stop?.();
    await nginx?.remove();
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
  });

  function ask(
    method: string,
    path: string,
    headers: Record<string, string> = {},
    localAddress = home,
    body?: string,
  ) {
    const agent = new Agent({ rejectUnauthorized: false, localAddress });
    const begun = performance.now();
    return new Promise<{ status: number; headers: IncomingHttpHeaders; text: string; tookMs: number }>(
      (resolve, reject) => {
        const outgoing = request({
          ...{ host: '127.0.0.1', port: https, path, method, agent },
          headers: { Host: 'localhost', ...headers },
        });
        outgoing.on('error', reject).on('response', async (response) => {
          let text = '';
          for await (const chunk of response) text += chunk;
          const tookMs = performance.now() - begun;
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text, tookMs });
        });
        outgoing.end(body);
      },
    );
  }

  it.each(['/search?q=드릴', '/api/v1/me', '/_next/static/chunk.js'])(
    'GET %s is answered by the other one after 2 s',
    async (path) => {
      answers = { app1: silence, app2: ok };
      const { status, text, tookMs } = await ask('GET', encodeURI(path));
      expect({ status, text }).toEqual({ status: 200, text: 'ok' });
      expect(tookMs).toBeLessThan(2_000 + HELD_UP_MS);
      expect(asked).toEqual([`app1 GET ${encodeURI(path)}`, `app2 GET ${encodeURI(path)}`]);
    },
  );

  it('HEAD stays HEAD, and a page that is sent in pieces comes whole', async () => {
    answers = {
      app1: (_request, response) => {
        response.write('one ');
        setTimeout(() => response.end('two'), 1_500);
      },
      app2: ok,
    };
    expect(await ask('GET', '/')).toMatchObject({ status: 200, text: 'one two' });
    expect(await ask('HEAD', '/')).toMatchObject({ status: 200, text: '' });
    expect(asked).toEqual(['app1 GET /', 'app1 HEAD /']);
  });

  it('a POST is asked once, however long it takes', async () => {
    answers = { app1: (_request, response) => setTimeout(() => response.end('done'), 3_000), app2: ok };
    expect(await ask('POST', '/api/v1/items')).toMatchObject({ status: 200, text: 'done' });
    expect(asked).toEqual(['app1 POST /api/v1/items']);
  });

  it.each(['/api/v1/items', '/login', '/socket.io/?EIO=4&transport=polling'])(
    'POST %s goes to the other one where the first says nothing for a second, and to that one alone',
    async (path) => {
      knocks.app1 = silence;
      answers = { app1: silence, app2: echo };
      const { status, text, tookMs } = await ask('POST', path, {}, home, 'all of it');
      expect({ status, text }).toEqual({ status: 200, text: 'all of it' });
      expect(tookMs).toBeLessThan(1_000 + HELD_UP_MS);
      expect(asked).toEqual([`app2 POST ${path}`]);
    },
  );

  it('a socket opens to the other one', async () => {
    knocks.app1 = silence;
    answers = { app1: silence, app2: ok };
    const upgrade = { Connection: 'Upgrade', Upgrade: 'websocket' };
    const { text } = await ask('GET', '/socket.io/?EIO=4&transport=websocket', upgrade);
    expect(text).toBe('ok');
    expect(asked).toEqual(['app2 GET /socket.io/?EIO=4&transport=websocket']);
  });

  it('a POST waits for a process that is slow while the other one is replaced, whichever it was to have', async () => {
    const post = () => ask('POST', '/api/v1/items', {}, home, 'all of it');
    answers = { app1: echo, app2: echo };
    knocks = { app1: aliveAfter(1_500), app2: dying };
    expect(await post()).toMatchObject({ status: 200, text: 'all of it' });
    knocks = { app1: dying, app2: aliveAfter(1_500) };
    expect(await post()).toMatchObject({ status: 200, text: 'all of it' });
    expect(asked).toEqual(['app1 POST /api/v1/items', 'app2 POST /api/v1/items']);
  });

  it('a socket waits for a process that is slow as well', async () => {
    knocks = { app1: dying, app2: aliveAfter(1_500) };
    const upgrade = { Connection: 'Upgrade', Upgrade: 'websocket' };
    answers = { app1: ok, app2: ok };
    expect((await ask('GET', '/socket.io/?EIO=4&transport=websocket', upgrade)).text).toBe('ok');
    expect(asked).toEqual(['app2 GET /socket.io/?EIO=4&transport=websocket']);
  });

  it('where neither lives a POST is refused at once', async () => {
    knocks = { app1: dying, app2: dying };
    const { status, text, tookMs } = await ask('POST', '/api/v1/items');
    expect(status).toBe(503);
    expect(JSON.parse(text)).toMatchObject({ code: 'UNAVAILABLE', detail: ko.unavailable });
    expect(tookMs).toBeLessThan(HELD_UP_MS);
    expect(asked).toEqual([]);
  });

  it('where both hang a POST is refused after each had its time, and nobody has it', async () => {
    knocks = { app1: silence, app2: silence };
    answers = { app1: silence, app2: silence };
    const { status, text, tookMs } = await ask('POST', '/api/v1/items');
    expect(status).toBe(503);
    expect(JSON.parse(text)).toMatchObject({ code: 'UNAVAILABLE', detail: ko.unavailable });
    expect(tookMs).toBeLessThan(7_000 + HELD_UP_MS);
    expect(asked).toEqual([]);
  });

  it('a process that dies of a POST gets no second victim, and whoever asked hears a clear word', async () => {
    answers = { app1: dying, app2: ok };
    const { status, headers, text } = await ask('POST', '/api/v1/items');
    expect(status).toBe(503);
    expect(headers).toMatchObject({ 'retry-after': '3', 'content-type': 'application/problem+json' });
    expect(JSON.parse(text)).toMatchObject({ status: 503, code: 'UNAVAILABLE', detail: ko.unavailable });
    expect(asked).toEqual(['app1 POST /api/v1/items']);
  });

  it('a POST goes where it has knocked, whatever became of the ones before it', async () => {
    answers = { app1: dying, app2: silence };
    knocks.app2 = silence;
    // enough that each process of nginx has seen app1 fail
    const failing = await Promise.all(Array.from({ length: 12 }, () => ask('POST', '/api/v1/items')));
    expect(failing.map(({ status }) => status)).toContain(503);
    answers.app1 = ok;
    asked.length = 0;
    const posts = Array.from({ length: 12 }, () => ask('POST', '/api/v1/items'));
    expect((await Promise.all(posts)).map(({ status }) => status)).toEqual(posts.map(() => 200));
    expect(asked).toEqual(posts.map(() => 'app1 POST /api/v1/items'));
  });

  it('where the other one is slow as well, it has its time', async () => {
    const slowly: RequestListener = (_request, response) => setTimeout(() => response.end('late'), 3_000);
    answers = { app1: slowly, app2: slowly };
    expect(await ask('GET', '/')).toMatchObject({ status: 200, text: 'late' });
    expect(asked).toEqual(['app1 GET /', 'app2 GET /']);
  });

  it('where nobody answers, programs and people hear a clear word, in their language', async () => {
    answers = { app1: dying, app2: dying };
    const [program, person] = await Promise.all([
      ask('GET', '/api/v1/me', { 'Accept-Language': 'en-GB,en' }),
      ask('GET', '/', { Accept: 'text/html' }),
    ]);
    expect(JSON.parse(program.text)).toMatchObject({ code: 'UNAVAILABLE', detail: en.unavailable });
    expect(person.headers['content-type']).toBe('text/html; charset=utf-8');
    for (const said of [ko.away.title, ko.away.text, en.away.text]) expect(person.text).toContain(said);
    for (const { status, headers, tookMs } of [program, person]) {
      expect(status).toBe(503);
      expect(headers).toMatchObject({ 'retry-after': '3', 'cache-control': 'no-store' });
      expect(headers['strict-transport-security']).toMatch(/max-age/);
      expect(tookMs).toBeLessThan(HELD_UP_MS);
    }
  });

  it('slow pages take no process away from what is asked once', async () => {
    const pages: RequestListener = (incoming, response) =>
      incoming.method === 'GET' ? setTimeout(() => response.end('late'), 2_500) : response.end('done');
    answers = { app1: pages, app2: pages };
    const slow = Array.from({ length: 12 }, () => ask('GET', '/'));
    await Promise.race(slow);
    expect(await ask('POST', '/api/v1/items')).toMatchObject({ status: 200, text: 'done' });
    expect((await Promise.all(slow)).map(({ status }) => status)).toEqual(slow.map(() => 200));
  });

  it('what the product itself says passes through', async () => {
    answers = { app1: (_request, response) => response.writeHead(503).end('mine'), app2: ok };
    expect(await ask('GET', '/')).toMatchObject({ status: 503, text: 'mine' });
  });
});
