import { once } from 'node:events';
import type { Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createLimitedServer, HTTP_LIMITS } from '@/lib/runtime/http-limits';

/** The same server with less patience; who writes to it writes bytes, not requests. */
const LIMITS = { ...HTTP_LIMITS, connections: 3, headMs: 300, requestMs: 900, lookMs: 50 };
const HEAD = 'POST /x HTTP/1.1\r\nHost: site\r\nContent-Length: 100\r\n';

describe('the limits of the HTTP server', () => {
  let server: Server;
  const open: Socket[] = [];

  beforeAll(async () => {
    server = createLimitedServer((request, response) => {
      request.resume().on('end', () => response.end('fine'));
    }, LIMITS);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterEach(async () => {
    for (const socket of open.splice(0)) socket.destroy();
    while ((await connectionsOf(server)) > 0) await sleep(5);
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  async function dial(text = '') {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    open.push(socket);
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    socket.write(text);
    return socket;
  }

  /** All that comes until the server closes, and how long that took. */
  async function answerOf(socket: Socket) {
    const begun = performance.now();
    let text = '';
    socket.on('data', (bytes) => {
      text += bytes;
    });
    await once(socket, 'close');
    return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0), ms: performance.now() - begun };
  }

  it('are what docs/LIMITS.md says', () => {
    expect(HTTP_LIMITS).toMatchObject({
      connections: 10_000,
      headBytes: 16_384,
      headMs: 15_000,
      requestMs: 60_000,
    });
  });

  it('a head above 16 kB is refused with 431', async () => {
    const socket = await dial(`${HEAD}X-Long: ${'a'.repeat(17_000)}\r\n\r\n`);
    expect((await answerOf(socket)).status).toBe(431);
  });

  it('a head that does not end is refused with 408, also when it drips', async () => {
    const socket = await dial(HEAD);
    const drip = setInterval(() => socket.write('X-Drip: 1\r\n'), 50);
    const { status, ms } = await answerOf(socket);
    clearInterval(drip);
    expect(status).toBe(408);
    expect(ms).toBeGreaterThan(LIMITS.headMs - 100);
    expect(ms).toBeLessThan(LIMITS.requestMs);
  });

  it('a body that does not end is refused with 408, also when it drips', async () => {
    const socket = await dial(`${HEAD}\r\n`);
    const drip = setInterval(() => socket.write('a'), 50);
    const { status, ms } = await answerOf(socket);
    clearInterval(drip);
    expect(status).toBe(408);
    expect(ms).toBeGreaterThan(LIMITS.requestMs - 100);
  });

  it('a connection too many is closed at once, and one that goes makes room', async () => {
    const held = [await dial(HEAD), await dial(HEAD), await dial(HEAD)];
    const more = await dial(`GET / HTTP/1.1\r\nHost: site\r\n\r\n`);
    const { status, ms } = await answerOf(more);
    expect([status, ms < LIMITS.headMs]).toEqual([0, true]);
    held[0]?.destroy();
    while ((await connectionsOf(server)) === LIMITS.connections) await sleep(5);
    const next = await dial(`GET / HTTP/1.1\r\nHost: site\r\nConnection: close\r\n\r\n`);
    expect((await answerOf(next)).status).toBe(200);
  });
});

function connectionsOf(server: Server): Promise<number> {
  return new Promise((resolve, reject) =>
    server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
  );
}
