import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server, type Socket } from 'socket.io';
import { type Connection, createConnection } from '@/lib/realtime/client/connection';
import type { LinkStatus } from '@/lib/realtime/client/link';
import { retryDelayMs } from '@/lib/realtime/client/retry-delay';

/** A real Socket.IO server with both namespaces. */
async function startServer(
  port = 0,
  admit: (socket: Socket, next: (error?: Error) => void) => void = (_, next) => next(),
) {
  const http = createServer();
  const io = new Server(http);
  for (const name of ['/chat', '/alerts']) io.of(name).use(admit);
  io.of('/chat').on('connection', (socket) => {
    socket.on('room:typing', (_input, ack) => ack({ ok: true }));
    // room:leave is never answered
  });
  await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve));
  const { port: actual } = http.address() as AddressInfo;
  return { io, port: actual, url: `http://127.0.0.1:${actual}`, close: () => io.close() };
}

const opened: Connection[] = [];
function connect(url: string): Connection {
  const connection = createConnection({ url });
  opened.push(connection);
  connection.start();
  return connection;
}

function reach(connection: Connection, wanted: LinkStatus): Promise<void> {
  return new Promise((resolve) => {
    if (connection.status() === wanted) return resolve();
    const stop = connection.onStatus((status) => {
      if (status !== wanted) return;
      stop();
      resolve();
    });
  });
}

describe('the connection of a page', () => {
  afterEach(() => {
    for (const connection of opened.splice(0)) connection.stop();
  });

  it('comes back after the server has shut down in good order and started again', async () => {
    const first = await startServer();
    const connection = connect(first.url);
    await reach(connection, 'up');
    await first.close();
    await reach(connection, 'down');
    const second = await startServer(first.port);
    await reach(connection, 'up');
    expect(await connection.request('room:typing', { roomId: 'r' }, 1_000)).toEqual({ ok: true });
    connection.stop();
    await second.close();
  });

  it('comes back after tries that met no server at all', async () => {
    const first = await startServer();
    const connection = connect(first.url);
    await reach(connection, 'up');
    await first.close();
    let losses = 0;
    await new Promise<void>((resolve) => {
      connection.onStatus((status) => {
        if (status === 'down') losses += 1;
        if (losses === 3) resolve();
      });
    });
    const second = await startServer(first.port);
    await reach(connection, 'up');
    connection.stop();
    await second.close();
  });

  it('tells of the alerts’ connection too, each time', async () => {
    const server = await startServer();
    const connection = createConnection({ url: server.url });
    opened.push(connection);
    let connects = 0;
    const twice = new Promise<void>((resolve) => {
      connection.onAlerts({
        connect: () => {
          connects += 1;
          if (connects === 1) connection.suspect();
          if (connects === 2) resolve();
        },
      });
    });
    connection.start();
    await twice;
    connection.stop();
    await server.close();
  });

  it('hears what the server says in either namespace', async () => {
    const server = await startServer();
    const connection = connect(server.url);
    const heard = new Promise((resolve) => {
      connection.onChat({ 'room:typing': (payload) => resolve(payload) });
    });
    await reach(connection, 'up');
    server.io.of('/chat').emit('room:typing', { roomId: 'r', userId: 'u' });
    expect(await heard).toEqual({ roomId: 'r', userId: 'u' });
    connection.stop();
    await server.close();
  });

  it('gives null when no answer comes in time, or no connection is there', async () => {
    const server = await startServer();
    const connection = connect(server.url);
    expect(await connection.request('room:typing', { roomId: 'r' }, 50)).toBeNull();
    await reach(connection, 'up');
    expect(await connection.request('room:leave', { roomId: 'r' }, 50)).toBeNull();
    connection.stop();
    await server.close();
  });

  it('stops trying once the server no longer knows the member', async () => {
    const server = await startServer(0, (_socket, next) => {
      next(Object.assign(new Error('UNAUTHENTICATED'), { data: { code: 'UNAUTHENTICATED' } }));
    });
    const connection = connect(server.url);
    await reach(connection, 'ended');
    await server.close();
  });

  it('keeps trying while the server only cannot just now', async () => {
    let tries = 0;
    const server = await startServer(0, (socket, next) => {
      if (socket.nsp.name === '/chat') tries += 1;
      next(
        tries < 2 ? Object.assign(new Error('UNAVAILABLE'), { data: { code: 'UNAVAILABLE' } }) : undefined,
      );
    });
    const connection = connect(server.url);
    await reach(connection, 'up');
    expect(tries).toBe(2);
    connection.stop();
    await server.close();
  });
});

describe('the wait before the next try', () => {
  it('doubles up to a bound, and is never the same for everybody', () => {
    expect([0, 1, 2, 10].map((attempt) => retryDelayMs(attempt, 1))).toEqual([400, 800, 1_600, 4_000]);
    expect(retryDelayMs(10, 0)).toBe(1_000);
  });
});
