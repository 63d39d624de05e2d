import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { io } from 'socket.io-client';
import { serverProcesses } from '@/scripts/bench/server-process';
import { createScene } from '@/tests/factories/scenes';
import { browserCookieOf } from '@/tests/support/as-browser';
import { callAction, listActions } from '@/tests/support/call-action';
import { useOwnProduct } from '@/tests/support/own-product';
import { accessTokenOf, ask, next } from '@/tests/support/realtime-env';
import { until } from '@/tests/support/torture-chat';

const TOKEN = 'a token of more than 16';

interface Span {
  traceId: string;
  name: string;
  attributes: { key: string; value: { stringValue?: string } }[];
}

/** A collector: OTLP over HTTP, as JSON. */
async function startCollector(spans: Span[], bodies: string[]): Promise<Server> {
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    bodies.push(body);
    for (const { scopeSpans } of JSON.parse(body).resourceSpans)
      for (const scope of scopeSpans) spans.push(...scope.spans);
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

describe('the product, seen from outside', () => {
  const spans: Span[] = [];
  const bodies: string[] = [];
  let collector: Server;
  const settings: Record<string, string> = {
    METRICS_TOKEN: TOKEN,
    LOG_LEVEL: 'info',
    WEB_CONCURRENCY: '2',
    OTEL_BSP_SCHEDULE_DELAY: '200',
  };
  beforeAll(async () => {
    collector = await startCollector(spans, bodies);
    settings.OTEL_EXPORTER_OTLP_ENDPOINT = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
  });
  const site = useOwnProduct(settings);
  afterAll(() => void collector.close());

  const readMetrics = async (authorization = `Bearer ${TOKEN}`) =>
    fetch(`${site.url}/metrics`, { headers: { authorization } });
  async function figureOf(pattern: RegExp): Promise<number> {
    const text = await (await readMetrics()).text();
    return text
      .split('\n')
      .filter((line) => pattern.test(line))
      .reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
  }

  it('shows figures to who bears the token, and to nobody else that there is such a page', async () => {
    const answer = await readMetrics();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('text/plain; version=0.0.4');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    for (const other of ['', 'Bearer', `Bearer ${TOKEN}x`, TOKEN, `Basic ${TOKEN}`])
      expect((await readMetrics(other)).status).toBe(404);
    expect((await fetch(`${site.url}/metrics`, { method: 'POST' })).status).toBe(404);
  });

  it('adds up what both processes count', async () => {
    const pattern = /^egodaeyeo_http_requests_total\{.*route="\/api\/v1\/regions",status="200"/;
    const before = await figureOf(pattern);
    await Promise.all(
      Array.from({ length: 20 }, () =>
        fetch(`${site.url}/api/v1/regions`, { headers: { connection: 'close' } }).then((one) => one.text()),
      ),
    );
    expect((await figureOf(pattern)) - before).toBe(20);
    expect(await figureOf(/^egodaeyeo_database_up /)).toBe(1);
    expect(await figureOf(/^egodaeyeo_storage_up /)).toBe(1);
  });

  it('counts sockets, their events, and what they are refused', async () => {
    const { author, roomId } = await createScene(site.env);
    const socket = io(`${site.url}/chat`, {
      forceNew: true,
      transports: ['websocket'],
      auth: { token: await accessTokenOf(author.id) },
    });
    await next(socket, 'connect');
    expect(await figureOf(/^egodaeyeo_sockets_chat /)).toBe(1);
    await ask(socket, 'message:send', { roomId, clientId: 'one', body: '지도에 없는 비밀 이야기' });
    await ask(socket, 'message:send', { roomId: 'none', clientId: 'two', body: '' });
    await ask(socket, 'no such event', {});
    expect(await figureOf(/^egodaeyeo_socket_events_total\{event="message:send",outcome="ok"/)).toBe(1);
    expect(await figureOf(/^egodaeyeo_socket_events_total\{event="message:send",outcome="INVALID"/)).toBe(1);
    expect(await figureOf(/^egodaeyeo_socket_events_total\{event="other",outcome="INVALID"/)).toBe(1);
    expect(await figureOf(/^egodaeyeo_domain_events_total\{type="message.stored"/)).toBe(1);
    socket.disconnect();
    await expect(readMetrics().then((answer) => answer.text())).resolves.not.toMatch(
      new RegExp(`비밀|${author.id}|${roomId}|${author.nickname}`),
    );
  });

  it('leaves a line of what a member may not do, by an action or on a page, and of a post from another site', async () => {
    const { item, stranger, roomId } = await createScene(site.env, { title: '비밀물건' });
    const cookie = await browserCookieOf(stranger.id);
    const action = listActions().get('removeItem');
    if (!action) throw new Error('The build has no such action.');
    const call = { action, params: { id: item.id }, cookie, args: [{ itemId: item.id }] };
    await callAction(site.url, call);
    await callAction(site.url, { ...call, origin: 'https://elsewhere.example' });
    await fetch(`${site.url}/chats/${roomId}`, { headers: { cookie } });
    await callAction(site.url, { ...call, cookie: cookie.replaceAll('=ey', '=eyX') });
    await until(() => lines().length >= 4);
    expect(lines()).toEqual([
      expect.objectContaining({ way: 'action', code: 'FORBIDDEN', member: stranger.id }),
      expect.objectContaining({ way: 'http', reason: 'foreignOrigin' }),
      expect.objectContaining({ way: 'page', code: 'NOT_FOUND', member: stranger.id }),
      expect.objectContaining({ way: 'action', code: 'UNAUTHENTICATED' }),
    ]);
    expect(site.output.join('\n')).not.toMatch(/비밀|elsewhere|next-auth\.session-token=/);

    function lines(): { time: number }[] {
      const refused = site.output.filter((line) => line.includes('"msg":"refused"'));
      return refused.map((line) => JSON.parse(line)).sort((one, other) => one.time - other.time);
    }
  });

  it('sends the trace of a request to a collector, below the caller’s own, without a value in it', async () => {
    const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
    const { item } = await createScene(site.env, { title: '비밀물건' });
    await fetch(`${site.url}/api/v1/items?q=${encodeURIComponent('비밀물건')}`, {
      headers: { traceparent: `00-${traceId}-00f067aa0ba902b7-01`, connection: 'close' },
    });
    await until(() => spans.some((span) => span.traceId === traceId && span.name === 'GET /api/v1/items'));
    await until(() => spans.some((span) => span.traceId === traceId && span.name === 'statement'));
    expect(bodies.join('\n')).not.toMatch(new RegExp(`비밀|${item.id}|${encodeURIComponent('비밀')}`));
  });

  it('shows figures also while a process takes the place of another and cannot answer yet', async () => {
    const workers = () => serverProcesses(site.pid).slice(1);
    await until(() => workers().length === 2);
    const [victim] = workers();
    process.kill(victim as number, 'SIGKILL');
    await until(() => workers().length === 2 && !workers().includes(victim as number));
    expect((await readMetrics()).status).toBe(200);
  });
});
