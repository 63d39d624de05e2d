import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import type { MemberActor } from '@/lib/core/actor';
import { storeTogether } from '@/lib/features/chat/server/store-together';
import { MOST_SOCKETS } from '@/lib/realtime/server/take-seat';
import { type FaultProxy, startFaultProxy } from '@/tests/chaos/fault-proxy';
import { createScene } from '@/tests/factories/scenes';
import { type KillableServer, startKillableServer } from '@/tests/support/killable-server';
import { openChat } from '@/tests/support/open-chat';
import { ask, cookieOf, next, record } from '@/tests/support/realtime-env';
import { type RedisServer, startRedis } from '@/tests/support/redis-server';
import { useTestEnv } from '@/tests/support/test-env';
import { until } from '@/tests/support/torture-chat';

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

  async function openPage(server: KillableServer, { id }: MemberActor, roomId: string) {
    const manager = {
      transports: ['websocket' as const],
      extraHeaders: { cookie: await cookieOf(id), Origin: server.url },
    };
    const page = openChat(id, roomId, { url: server.url, manager });
    await until(() => page.session().isLoaded);
    return page;
  }

  it('a message sent on one reaches the partner on the other', async () => {
    const { author, inquirer, roomId } = await createScene(env);
    const [mine, theirs] = await Promise.all([connect(a, inquirer), connect(b, author)]);
    const arrived = next(theirs, 'message:new');
    expect(await say(mine, roomId, '안녕하세요')).toMatchObject({ ok: true });
    expect(await arrived).toMatchObject({ roomId, body: '안녕하세요' });
  });

  it('a member has no more sockets on two processes than on one', async () => {
    const { inquirer } = await createScene(env);
    for (let count = 0; count < MOST_SOCKETS; count += 2) {
      await Promise.all([connect(a, inquirer), connect(b, inquirer)]);
    }
    for (const server of [a, b]) {
      const extraHeaders = { Cookie: await cookieOf(inquirer.id), Origin: server.url };
      const socket = io(`${server.url}/chat`, { forceNew: true, transports: ['websocket'], extraHeaders });
      open.push(socket);
      const refusal = await next<Error & { data: object }>(socket, 'connect_error');
      expect(refusal.data).toMatchObject({ code: 'RATE_LIMITED' });
    }
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

  describe('what Redis took and nobody had read when it died', () => {
    let line: FaultProxy;
    let far: KillableServer;

    beforeAll(async () => {
      const { hostname, port } = new URL(redis.url);
      line = await startFaultProxy({ host: hostname, port: Number(port) });
      far = await startKillableServer(env.databaseUrl, `redis://127.0.0.1:${line.port}`);
    }, 30_000);
    afterAll(async () => {
      await far?.stop();
      await line?.stop();
    });

    it('is shown by a page that was open all the time', async () => {
      const { author, inquirer, roomId } = await createScene(env);
      const page = await openPage(far, author, roomId);
      const mine = await connect(a, inquirer);
      line.spoil('blackhole');
      expect(await say(mine, roomId, 'the last word')).toMatchObject({ ok: true });
      await redis.kill();
      await redis.start();
      line.mend();
      await until(() => page.session().messages.at(-1)?.body === 'the last word');
      page.stop();
    }, 30_000);

    it('so is what was sent while only its sender had lost Redis for good', async () => {
      const { author, inquirer, roomId } = await createScene(env);
      const page = await openPage(a, author, roomId);
      const mine = await connect(far, inquirer);
      line.spoil('blackhole');
      expect(await say(mine, roomId, 'sent into nothing')).toMatchObject({ ok: true });
      line.mend();
      await until(() => page.session().messages.at(-1)?.body === 'sent into nothing');
      page.stop();
    }, 30_000);
  });

  it('what a process stored and told nobody, since it was killed, is shown by pages of the others', async () => {
    const { author, inquirer, roomId } = await createScene(env);
    const page = await openPage(a, author, roomId);
    const text = { roomId, senderId: inquirer.id, clientId: randomUUID(), alertId: null, now: new Date() };
    await storeTogether(env.db, { ...text, body: 'untold' });
    await b.killAndRestart();
    await until(() => page.session().messages.at(-1)?.body === 'untold');
    page.stop();
  }, 30_000);
});
