import { setTimeout as sleep } from 'node:timers/promises';
import { encode } from 'next-auth/jwt';
import { Client } from 'pg';
import { io, type Socket } from 'socket.io-client';
import { benchId } from '../generate';
import type { Ground } from '../ground';
import { median, percentile } from '../load';
import { type Row, rowOf } from '../rows';
import { BENCH_SECRET, startBare, startSite } from '../site';

const ROOMS = 100;
const ROUNDS = 5;
const IDLE_MESSAGES = 200;
/** Below what the product lets one socket send. */
const IDLE_EVERY_MS = 60;
const FULL_MS = 3_000;

interface Pair {
  roomId: string;
  sockets: [Socket, Socket];
}

/** From sent to received between two, and how many messages a second a hundred rooms get through; all stored first. */
export async function benchChat(ground: Ground): Promise<Row[]> {
  const databaseUrl = await ground.databaseOf('10k');
  const site = await startSite(databaseUrl);
  const bare = await startBare(databaseUrl, 'scripts/bench/bare-chat.ts');
  try {
    const people = await peopleOf(databaseUrl);
    const [ours, limit] = [await connect(site.url, people), await connect(bare.url, people)];
    const [first, second] = [ours[0], limit[0]];
    if (!first || !second) throw new Error('There are no rooms.');
    const taken: Record<'ours' | 'limit', number[]> = { ours: [], limit: [] };
    const rate: Record<'ours' | 'limit', number[]> = { ours: [], limit: [] };
    await idle(first, 10);
    await idle(second, 10);
    for (let round = 0; round < ROUNDS; round += 1) {
      taken.ours.push(percentile(await idle(first, IDLE_MESSAGES), 0.99));
      taken.limit.push(percentile(await idle(second, IDLE_MESSAGES), 0.99));
    }
    for (let round = 0; round < ROUNDS; round += 1) {
      rate.ours.push(await full(ours));
      rate.limit.push(await full(limit));
      await sleep(2_000);
    }
    for (const { sockets } of [...ours, ...limit]) for (const socket of sockets) socket.disconnect();
    return [
      rowOf('chat', 'two members, sent to received: p99', 'ms', [median(taken.ours), median(taken.limit)], {
        atMost: 1.5,
      }),
      rowOf('chat', '100 rooms of two: messages a second', '/s', [median(rate.ours), median(rate.limit)], {
        atLeast: 1,
      }),
    ];
  } finally {
    await Promise.all([site.stop(), bare.stop()]);
  }
}

async function peopleOf(databaseUrl: string): Promise<{ roomId: string; userIds: [string, string] }[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ id: string; authorId: string; inquirerId: string }>(
    `SELECT DISTINCT ON ("authorId") "id", "authorId", "inquirerId" FROM "Room"
     WHERE "inquirerId" <> $1 AND "id" <> $2 ORDER BY "authorId", "id" LIMIT ${ROOMS}`,
    [benchId(1, 1), benchId(4, 1)],
  );
  await client.end();
  return rows.map(({ id, authorId, inquirerId }) => ({ roomId: id, userIds: [authorId, inquirerId] }));
}

async function connect(url: string, people: Awaited<ReturnType<typeof peopleOf>>): Promise<Pair[]> {
  const pairs: Pair[] = [];
  for (const { roomId, userIds } of people) {
    const [a, b] = [await open(url, userIds[0]), await open(url, userIds[1])];
    for (const socket of [a, b]) await socket.emitWithAck('room:join', { roomId });
    pairs.push({ roomId, sockets: [a, b] });
  }
  return pairs;
}

async function open(url: string, userId: string): Promise<Socket> {
  const token = await encode({ token: { sub: userId, userId, sessionVersion: 1 }, secret: BENCH_SECRET });
  const socket = io(`${url}/chat`, {
    forceNew: true,
    transports: ['websocket'],
    auth: { userId },
    extraHeaders: { cookie: `next-auth.session-token=${token}`, Origin: url },
  });
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject));
  return socket;
}

let sent = 0;

function nextId(): string {
  sent += 1;
  return `bench-${process.pid}-${sent}`;
}

/** @returns ms from sent to received, ascending */
async function idle({ roomId, sockets: [from, to] }: Pair, messages: number): Promise<number[]> {
  const taken: number[] = [];
  for (let count = 0; count < messages; count += 1) {
    const began = performance.now();
    const seen = new Promise<void>((resolve) => to.once('message:new', () => resolve()));
    from.emit(
      'message:send',
      { roomId, clientId: nextId(), body: '이번 주말에 빌릴 수 있을까요?' },
      () => undefined,
    );
    await seen;
    taken.push(performance.now() - began);
    await sleep(IDLE_EVERY_MS);
  }
  return taken.sort((a, b) => a - b);
}

/** Everybody sends the next as soon as the last was acknowledged. @returns acknowledged messages a second */
async function full(pairs: readonly Pair[]): Promise<number> {
  const until = performance.now() + FULL_MS;
  let acknowledged = 0;
  const one = async (roomId: string, socket: Socket) => {
    while (performance.now() < until) {
      const answer = await socket.emitWithAck('message:send', {
        roomId,
        clientId: nextId(),
        body: '네, 그때 봬요.',
      });
      if (answer.ok) acknowledged += 1;
      else await sleep(50);
    }
  };
  await Promise.all(pairs.flatMap(({ roomId, sockets }) => sockets.map((socket) => one(roomId, socket))));
  return acknowledged / (FULL_MS / 1_000);
}
