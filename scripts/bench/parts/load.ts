import { setTimeout as sleep } from 'node:timers/promises';
import { encode } from 'next-auth/jwt';
import { io } from 'socket.io-client';
import { benchId } from '../generate';
import type { Ground } from '../ground';
import { median } from '../load';
import { type Row, rowOf } from '../rows';
import { residentKb } from '../server-process';
import { BENCH_SECRET, type Running, startSite } from '../site';
import { COMMON_WORD } from '../words';

/** Minutes of load; BENCH_LOAD_MINUTES for a shorter try. */
const MINUTES = Number(process.env.BENCH_LOAD_MINUTES || 10);
const MINUTE_MS = 60_000;
/** A figure is the middle of what was seen in the last half minute. */
const SAMPLES = 30;

/** Memory of one server process under a steady mixed load, about half of what it can do, after 2 and after 10 minutes. */
export async function benchLoad(ground: Ground): Promise<Row[]> {
  const site = await startSite(await ground.databaseOf('10k'));
  const running = { isOver: false };
  try {
    const work = keepBusy(site, running);
    const [early, late] = [MINUTES / 5, MINUTES].map((minutes) => minutes * MINUTE_MS);
    const seen: number[] = [];
    let atEarly = Number.NaN;
    const began = performance.now();
    while (performance.now() - began < (late ?? 0)) {
      await Promise.race([sleep(1_000), work]);
      seen.push(residentKb(site.pid()) / 1_024);
      const isEarly = performance.now() - began >= (early ?? 0) && Number.isNaN(atEarly);
      if (isEarly) atEarly = median(seen.slice(-SAMPLES));
    }
    running.isOver = true;
    const answers = await work;
    const atLate = median(seen.slice(-SAMPLES));
    const name = `memory after ${MINUTES} minutes of ${Math.round(answers / (MINUTES * 60))} answers a second, against minute ${MINUTES / 5}`;
    return [rowOf('load', name, 'MB', [atLate, atEarly], { atMost: 1.05 })];
  } finally {
    running.isOver = true;
    await site.stop();
  }
}

type Ask = () => Promise<unknown>;

/** @returns how many were answered. @throws when one was answered with an error */
async function keepBusy({ url }: Running, running: { isOver: boolean }): Promise<number> {
  const userId = benchId(1, 1);
  const cookie = `next-auth.session-token=${await encode({ token: { sub: userId, userId, sessionVersion: 1 }, secret: BENCH_SECRET })}`;
  const socket = io(`${url}/chat`, {
    transports: ['websocket'],
    extraHeaders: { cookie, origin: url },
  });
  const item = () => benchId(2, 1 + Math.floor(Math.random() * 9_000));
  const get = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(url + path, { headers });
    await answer.arrayBuffer();
    if (answer.status >= 500) throw new Error(`${path} answered ${answer.status}.`);
  };
  let messages = 0;
  const say = async () => {
    messages += 1;
    const input = {
      roomId: benchId(4, 1),
      clientId: `load-${process.pid}-${messages}`,
      body: '네, 그때 봬요.',
    };
    const answer = await socket.timeout(10_000).emitWithAck('message:send', input);
    if (!answer.ok) throw new Error(`A message was refused: ${JSON.stringify(answer.error)}`);
  };
  /** each so many times a second */
  const mix: [number, Ask][] = [
    [10, () => get('/')],
    [10, () => get(`/items/${item()}`)],
    [2, () => get('/', { cookie })],
    [3, () => get('/chats', { cookie })],
    [10, () => get('/api/v1/items')],
    [10, () => get(`/api/v1/items?q=${encodeURIComponent(COMMON_WORD)}`)],
    [10, () => get(`/api/v1/items/${item()}`)],
    [10, say],
  ];
  let answers = 0;
  const repeat = async ([perSecond, ask]: [number, Ask]) => {
    while (!running.isOver) {
      const next = performance.now() + 1_000 / perSecond;
      await ask();
      answers += 1;
      await sleep(Math.max(0, next - performance.now()));
    }
  };
  await Promise.all(mix.map(repeat));
  socket.disconnect();
  return answers;
}
