import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Socket } from 'socket.io-client';
import WebSocket from 'ws';
import { MEMBER_RATE, SOCKET_RATE } from '@/lib/realtime/server/event-rates';
import { MOST_SOCKETS } from '@/lib/realtime/server/take-seat';
import { createMember } from '@/tests/factories/people';
import { createScene } from '@/tests/factories/scenes';
import { ask, cookieOf, useRealtime } from '@/tests/support/realtime-env';
import { useTestEnv } from '@/tests/support/test-env';

const PAUSE_MS = 100;
/** The thousand callers are on the same two cores. */
const MOST_WAIT_MS = 3_000;
const FLOOD_MS = 40_000;

type Member = Awaited<ReturnType<typeof createMember>>;
type Answer = { ok: boolean; error?: { code: string } };

describe('a member who floods', () => {
  const env = useTestEnv();
  const rt = useRealtime(env, { unusedMs: 200 });

  const connectMany = (member: Member, count: number) =>
    Promise.allSettled(Array.from({ length: count }, () => rt.connectAs(member)));
  const isIn = (outcome: PromiseSettledResult<Socket>) => outcome.status === 'fulfilled';
  const codesOf = (answers: Answer[]) => answers.map(({ ok, error }) => (ok ? 'ok' : error?.code));
  const askTimes = (socket: Socket, roomId: string, count: number): Promise<Answer[]> =>
    Promise.all(Array.from({ length: count }, () => ask(socket, 'room:leave', { roomId })));

  it('is refused by the socket beyond what one may do, and told so', async () => {
    const { inquirer, roomId } = await createScene(env);
    const socket = await rt.connectAs(inquirer);
    const answers = await askTimes(socket, roomId, SOCKET_RATE.burst * 2);
    expect(new Set(codesOf(answers))).toEqual(new Set(['ok', 'RATE_LIMITED']));
    expect(answers.at(-1)?.error).toEqual({
      code: 'RATE_LIMITED',
      message: '메시지를 너무 빠르게 보내고 있어요. 잠시 후 다시 보내 주세요.',
    });
  });

  it('gains nothing by many sockets, nor by new ones, while others are served', async () => {
    const { inquirer, author, roomId } = await createScene(env);
    const outcomes = await connectMany(inquirer, 8);
    const sockets = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    // Each socket alone stays within its own limit.
    const began = Date.now();
    const answers = (
      await Promise.all(sockets.map((socket) => askTimes(socket, roomId, SOCKET_RATE.burst)))
    ).flat();
    const served = codesOf(answers).filter((code) => code === 'ok').length;
    const seconds = (Date.now() - began) / 1_000;
    expect(served).toBeLessThanOrEqual(MEMBER_RATE.burst + Math.ceil(seconds * MEMBER_RATE.perSecond));
    expect(codesOf(answers)).toContain('RATE_LIMITED');
    for (const socket of sockets) socket.disconnect();
    const other = await rt.connectAs(author);
    expect(await ask(other, 'room:join', { roomId })).toMatchObject({ ok: true });
  });

  it(`has ${MOST_SOCKETS} sockets a namespace, whoever comes at once; one that goes makes room`, async () => {
    const [member, other] = await Promise.all([createMember(env.db), createMember(env.db)]);
    const outcomes = await connectMany(member, MOST_SOCKETS + 10);
    expect(outcomes.filter(isIn)).toHaveLength(MOST_SOCKETS);
    const refusal = outcomes.find((outcome) => outcome.status === 'rejected');
    expect(refusal?.reason.data).toEqual({
      code: 'RATE_LIMITED',
      message: '열어 둔 창이 너무 많아요. 쓰지 않는 창을 닫고 다시 시도해 주세요.',
    });
    await expect(rt.connectAs(other)).resolves.toBeTruthy();
    await expect(rt.connectAs(member, '/alerts')).resolves.toBeTruthy();

    const [first] = outcomes.filter((outcome) => outcome.status === 'fulfilled');
    first?.value.disconnect();
    await untilLetIn(member);
  });

  it(`has ${MOST_SOCKETS} of 200 that come at once, and nobody else has fewer for it`, async () => {
    const [member, other] = await Promise.all([createMember(env.db), createMember(env.db)]);
    const [outcomes, others] = await Promise.all([connectMany(member, 200), connectMany(other, 5)]);
    expect(outcomes.filter(isIn)).toHaveLength(MOST_SOCKETS);
    expect(others.filter(isIn)).toHaveLength(5);
    const codes = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason.data?.code] : []));
    expect(new Set(codes)).toEqual(new Set(['RATE_LIMITED']));
  });

  it(`has ${MOST_SOCKETS} of 1,000, and nobody else waits for it`, async () => {
    const { inquirer, author, roomId } = await createScene(env);
    const other = await rt.connectAs(author);
    const begun = Date.now();
    let isOver = false;
    const flood = (async () => {
      const outcomes: PromiseSettledResult<Socket>[] = [];
      for (let wave = 0; wave < 10; wave += 1) outcomes.push(...(await connectMany(inquirer, 100)));
      isOver = true;
      return outcomes;
    })();
    let slowestMs = 0;
    for (let count = 0; !isOver; count += 1) {
      const asked = Date.now();
      const message = { roomId, clientId: `calm-${count}`, body: '안녕하세요' };
      expect(await ask(other, 'message:send', message)).toMatchObject({ ok: true });
      slowestMs = Math.max(slowestMs, Date.now() - asked);
      await sleep(PAUSE_MS);
    }
    const outcomes = await flood;
    expect(outcomes.filter(isIn)).toHaveLength(MOST_SOCKETS);
    const codes = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason.data?.code] : []));
    expect(new Set(codes)).toEqual(new Set(['RATE_LIMITED']));
    expect(rt.realtime.sockets().chat).toBe(MOST_SOCKETS + 1);
    expect(slowestMs).toBeLessThan(MOST_WAIT_MS);
    expect(Date.now() - begun).toBeLessThan(FLOOD_MS);
  }, 60_000);

  /** The server hears of a socket's end a moment later. */
  async function untilLetIn(member: Member) {
    for (;;) {
      const [outcome] = await connectMany(member, 1);
      if (outcome && isIn(outcome)) return;
    }
  }

  /** A WebSocket that speaks Socket.IO by hand, as far as the open engine. */
  async function openRaw(member: Member, sessionVersion = 1) {
    const headers = { cookie: await cookieOf(member.id, sessionVersion), origin: rt.url };
    const socket = new WebSocket(`${rt.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, {
      headers,
    });
    const packets: string[] = [];
    socket.on('message', (data) => packets.push(String(data)));
    await once(socket, 'message');
    return { socket, packets };
  }

  async function untilSeen(packets: string[], isEnough: (seen: string[]) => boolean) {
    while (!isEnough(packets)) await new Promise((resolve) => setImmediate(resolve));
  }

  it('cannot knock at a namespace without end on one connection', async () => {
    const member = await createMember(env.db);
    const { socket, packets } = await openRaw(member);
    const KNOCKS = 300;
    for (let knock = 0; knock < KNOCKS; knock += 1) socket.send('40/chat,');
    await untilSeen(packets, (seen) => seen.filter((one) => /^4[04]/.test(one)).length === KNOCKS);
    expect(packets.filter((one) => one.startsWith('40/chat'))).toHaveLength(MOST_SOCKETS);
    expect(
      packets.filter((one) => one.startsWith('44/chat')).every((one) => one.includes('RATE_LIMITED')),
    ).toBe(true);
    socket.terminate();
  });

  it('with a session that has ended takes neither rate nor seats from the member', async () => {
    const { inquirer, roomId } = await createScene(env);
    const ended = 7;
    const thieves = await Promise.all(Array.from({ length: 5 }, () => openRaw(inquirer, ended)));
    const KNOCKS = 100;
    for (const { socket } of thieves) for (let knock = 0; knock < KNOCKS; knock += 1) socket.send('40/chat,');
    const outcomes = await connectMany(inquirer, MOST_SOCKETS);
    expect(outcomes.filter(isIn)).toHaveLength(MOST_SOCKETS);
    const [first] = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    if (!first) throw new Error('Not connected.');
    expect(new Set(codesOf(await askTimes(first, roomId, SOCKET_RATE.burst)))).toEqual(new Set(['ok']));
    const answersOf = (seen: string[]) => seen.filter((one) => one.startsWith('44/chat'));
    await Promise.all(
      thieves.map(({ packets }) => untilSeen(packets, (seen) => answersOf(seen).length === KNOCKS)),
    );
    const answers = thieves.flatMap(({ packets }) => answersOf(packets));
    expect(answers.every((one) => /UNAUTHENTICATED|RATE_LIMITED/.test(one))).toBe(true);
    // Whether it counts is asked of the database no oftener than for any member.
    expect(answers.filter((one) => one.includes('RATE_LIMITED')).length).toBeGreaterThan(KNOCKS);
    for (const { socket } of thieves) socket.terminate();
  });

  it('keeps no connection open that is in no namespace', async () => {
    const { socket, packets } = await openRaw(await createMember(env.db));
    socket.send('40/chat,');
    await untilSeen(packets, (seen) => seen.some((one) => one.startsWith('40/chat')));
    const closed = once(socket, 'close');
    socket.send('41/chat,');
    await closed;
  });
});
