import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import type { MemberActor } from '@/lib/core/actor';
import { createScene } from '@/tests/factories/scenes';
import { type KillableServer, startKillableServer } from '@/tests/support/killable-server';
import { ask, cookieOf, next, record } from '@/tests/support/realtime-env';
import { type RedisServer, startRedis } from '@/tests/support/redis-server';
import { useTestEnv } from '@/tests/support/test-env';

describe('two processes with one Redis', () => {
  const env = useTestEnv();
  const open: Socket[] = [];
  let redis: RedisServer;
  let a: KillableServer;
  let b: KillableServer;

  beforeAll(async () => {
    redis = await startRedis();
    [a, b] = await Promise.all([
      startKillableServer(env.databaseUrl, redis.url),
      startKillableServer(env.databaseUrl, redis.url),
    ]);
  }, 60_000);
  afterEach(() => {
    for (const socket of open.splice(0)) socket.disconnect();
  });
  afterAll(async () => {
    await Promise.all([a?.stop(), b?.stop()]);
    await redis?.stop();
  });

  async function connect(server: KillableServer, member: MemberActor, namespace = '/chat') {
    const extraHeaders = { Cookie: await cookieOf(member.id), Origin: server.url };
    const socket = io(`${server.url}${namespace}`, {
      forceNew: true,
      transports: ['websocket'],
      extraHeaders,
    });
    open.push(socket);
    await next(socket, 'connect');
    return socket;
  }
  const say = (socket: Socket, roomId: string, body: string) =>
    ask(socket, 'message:send', { roomId, clientId: randomUUID(), body });
  const alertsOf = (userId: string) => env.db.alert.count({ where: { userId } });

  it('a message sent on one reaches the partner on the other', async () => {
    const { author, inquirer, roomId } = await createScene(env);
    const [mine, theirs] = await Promise.all([connect(a, inquirer), connect(b, author)]);
    const arrived = next(theirs, 'message:new');
    expect(await say(mine, roomId, '안녕하세요')).toMatchObject({ ok: true });
    expect(await arrived).toMatchObject({ roomId, body: '안녕하세요' });
  });

  it('whoever looks at the room on the other process gets no alert, whoever does not gets one with its count', async () => {
    const { author, inquirer, roomId } = await createScene(env);
    const [mine, theirs, bell] = await Promise.all([
      connect(a, inquirer),
      connect(b, author),
      connect(b, author, '/alerts'),
    ]);
    const before = await alertsOf(author.id);
    await ask(theirs, 'room:join', { roomId });
    await say(mine, roomId, 'first');
    expect(await alertsOf(author.id)).toBe(before);
    await ask(theirs, 'room:leave', { roomId });
    const [alert, count] = [next(bell, 'alert:new'), next(bell, 'alert:count')];
    await say(mine, roomId, 'second');
    expect(await alert).toMatchObject({ kind: 'MESSAGE', roomId });
    expect(await count).toEqual({ unread: before + 1 });
  });

  it('ended sessions lose their sockets on both', async () => {
    const { author, inquirer } = await createScene(env);
    const [onA, onB, alertsOnB, other] = await Promise.all([
      connect(a, author),
      connect(b, author),
      connect(b, author, '/alerts'),
      connect(b, inquirer),
    ]);
    const seen = record(other);
    const gone = [onA, onB, alertsOnB].map((socket) => next(socket, 'disconnect'));
    await fetch(`${a.url}/end?userId=${author.id}`, { method: 'POST' });
    expect(await Promise.all(gone)).toEqual(Array(3).fill('io server disconnect'));
    expect({ connected: other.connected, seen }).toEqual({ connected: true, seen: [] });
  });

  it('a process that hangs holds up no answer for longer than a second and a half', async () => {
    const { inquirer, roomId } = await createScene(env);
    const mine = await connect(a, inquirer);
    b.freeze(true);
    const begun = Date.now();
    const answer = await say(mine, roomId, 'hello');
    b.freeze(false);
    expect(answer).toMatchObject({ ok: true });
    expect(Date.now() - begun).toBeLessThan(1_500);
  });

  it('without Redis messages are stored and answered, and push goes on when it is back', async () => {
    const { author, inquirer, roomId } = await createScene(env);
    const [mine, theirs] = await Promise.all([connect(a, inquirer), connect(b, author)]);
    await redis.kill();
    expect(await say(mine, roomId, 'meanwhile')).toMatchObject({ ok: true });
    expect(await ask(theirs, 'message:list', { roomId, afterSeq: 0 })).toMatchObject({ ok: true });
    await redis.start();
    const seen = record(theirs);
    for (
      let n = 0;
      n < 40 && !seen.some(([, m]) => (m as { body?: string }).body?.startsWith('again'));
      n += 1
    ) {
      await say(mine, roomId, `again ${n}`);
      await sleep(250);
    }
    expect(
      seen.some(([event, m]) => event === 'message:new' && /^again/.test((m as { body: string }).body)),
    ).toBe(true);
  }, 30_000);
});
