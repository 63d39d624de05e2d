import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import type { MemberActor } from '@/lib/core/actor';
import { serverProcesses } from '@/scripts/bench/server-process';
import { createScene } from '@/tests/factories/scenes';
import { useOwnProduct } from '@/tests/support/own-product';
import { ask, cookieOf, next, record } from '@/tests/support/realtime-env';
import { tortureChat, until } from '@/tests/support/torture-chat';

/** WEB_CONCURRENCY: processes that share the port, of the built product. */
describe('two workers behind one port', () => {
  const open: Socket[] = [];
  const site = useOwnProduct({ WEB_CONCURRENCY: '2', API_REQUESTS_PER_MINUTE: '40' });
  afterEach(() => {
    for (const socket of open.splice(0)) socket.disconnect();
  });

  async function connect(
    member: MemberActor,
    transports: string[] = ['websocket'],
    namespace = '/chat',
  ): Promise<Socket> {
    const socket = io(site.url + namespace, {
      forceNew: true,
      transports,
      extraHeaders: { cookie: await cookieOf(member.id), Origin: site.url },
    });
    open.push(socket);
    await next(socket, 'connect');
    return socket;
  }

  /** Number of the worker that a connection came to. */
  const workerOf = (socket: Socket) => /^w(\d+)\./.exec(socket.io.engine.id)?.[1];

  /** A connection to another worker than `than`. */
  async function connectElsewhere(member: MemberActor, than: Socket, namespace?: string) {
    for (;;) {
      const socket = await connect(member, ['websocket'], namespace);
      if (workerOf(socket) !== workerOf(than)) return socket;
      socket.disconnect();
    }
  }

  const say = (socket: Socket, roomId: string, body: string) =>
    ask(socket, 'message:send', { roomId, clientId: randomUUID(), body });

  it('people on different ones talk, see each other look, and get alerts and counts', async () => {
    const { author, inquirer, roomId } = await createScene(site.env);
    const mine = await connect(inquirer);
    const theirs = await connectElsewhere(author, mine);
    const bell = await connectElsewhere(author, mine, '/alerts');
    const [arrived, alert, count] = [
      next(theirs, 'message:new'),
      next(bell, 'alert:new'),
      next(bell, 'alert:count'),
    ];
    expect(await say(mine, roomId, '안녕하세요')).toMatchObject({ ok: true });
    expect(await arrived).toMatchObject({ roomId, body: '안녕하세요', seq: 1 });
    expect(await alert).toMatchObject({ kind: 'MESSAGE', roomId });
    expect(await count).toEqual({ unread: 1 });
    await ask(theirs, 'room:join', { roomId });
    await say(mine, roomId, '보고 계시네요');
    expect(await site.env.db.alert.count({ where: { userId: author.id } })).toBe(1);
    const typing = next(theirs, 'room:typing');
    await ask(mine, 'room:join', { roomId });
    await ask(mine, 'room:typing', { roomId });
    expect(await typing).toEqual({ roomId, userId: inquirer.id });
  });

  it('long polling finds its worker with every request, and upgrades to a WebSocket there', async () => {
    const { author, inquirer, roomId } = await createScene(site.env);
    const theirs = await connect(author, ['polling']);
    const arrived = record(theirs);
    const mine = await connect(inquirer, ['polling']);
    for (let index = 0; index < 20; index += 1)
      expect(await say(mine, roomId, `${index}`)).toMatchObject({ ok: true });
    await until(() => arrived.length === 20);
    for (let time = 0; time < 6; time += 1) {
      const socket = await connect(inquirer, ['polling', 'websocket']);
      await until(() => socket.io.engine.transport.name === 'websocket');
      expect(await say(socket, roomId, `up ${time}`)).toMatchObject({ ok: true });
    }
    await until(() => arrived.length === 26);
  });

  it('a visitor on any of them sees what was written on the other at once', async () => {
    const { item } = await createScene(site.env);
    for (let time = 0; time < 8; time += 1) {
      const title = `제목 ${time}`;
      const page = async () => (await fetch(`${site.url}/items/${item.id}`, { headers: ONE_SHOT })).text();
      await page();
      await page();
      await site.env.db.item.update({ where: { id: item.id }, data: { title } });
      expect(await page()).toContain(title);
      expect(await page()).toContain(title);
    }
  });

  it('requests are counted over both', async () => {
    const answers = await Promise.all(
      Array.from({ length: 60 }, () => fetch(`${site.url}/api/v1/regions`, { headers: ONE_SHOT })),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(40);
    expect(statuses.filter((status) => status === 429)).toHaveLength(20);
  });

  it('when they die one after the other, nothing is lost and others take their places', async () => {
    await tortureChat({
      env: site.env,
      url: site.url,
      rooms: 6,
      messages: 600,
      transports: ['websocket'],
      disturb: async (acknowledged) => {
        for (const share of [0.2, 0.4, 0.6]) {
          await until(() => acknowledged() >= 600 * share);
          const [victim] = workersOf(site.pid);
          process.kill(victim as number, 'SIGKILL');
          await until(
            () => workersOf(site.pid).length === 2 && !workersOf(site.pid).includes(victim as number),
          );
        }
      },
    });
  }, 120_000);
});

/** A connection of its own for each request, so that workers take turns. */
const ONE_SHOT = { connection: 'close' };

/** Process ids of the workers below a start script. */
const workersOf = (pid: number) => serverProcesses(pid).slice(1);
