import { encode } from 'next-auth/jwt';
import { io } from 'socket.io-client';
import { benchId } from './generate';
import { BENCH_SECRET, type Running } from './site';
import { COMMON_WORD } from './words';

export type Ask = () => Promise<unknown>;

export interface MixedLoad {
  /** what people do, and how often as a share of all */
  mix: readonly { share: number; ask: Ask }[];
  stop(): void;
}

/** Visitors, members, programs and a chat, as one site sees them. An ask rejects when it is answered with an error. */
export async function createMixedLoad({ url }: Running): Promise<MixedLoad> {
  const userId = benchId(1, 1);
  const token = await encode({ token: { sub: userId, userId, sessionVersion: 1 }, secret: BENCH_SECRET });
  const cookie = `next-auth.session-token=${token}`;
  const extraHeaders = { cookie, origin: url };
  const socket = io(`${url}/chat`, { transports: ['websocket'], extraHeaders });
  const item = () => benchId(2, 1 + Math.floor(Math.random() * 9_000));
  const get = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(url + path, { headers });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}.`);
  };
  let messages = 0;
  const say = async () => {
    messages += 1;
    const clientId = `load-${process.pid}-${messages}`;
    const input = { roomId: benchId(4, 1), clientId, body: '네, 그때 봬요.' };
    const answer = await socket.timeout(10_000).emitWithAck('message:send', input);
    if (!answer.ok) throw new Error(`A message was refused: ${JSON.stringify(answer.error)}`);
  };
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
  const whole = mix.reduce((sum, [weight]) => sum + weight, 0);
  return {
    mix: mix.map(([weight, ask]) => ({ share: weight / whole, ask })),
    stop: () => void socket.disconnect(),
  };
}
