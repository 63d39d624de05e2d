import { io, type Socket } from 'socket.io-client';
import type { ChatClientEvents, ChatServerEvents } from '@/lib/realtime/events';

type ChatSocket = Socket<ChatServerEvents, ChatClientEvents>;

const PAUSE_MS = 150;

/**
 * Milliseconds from sending a message on one member's socket until it arrives on the other's: what the server and the
 * database take, without any browser.
 *
 * @param cookies of the two members, signed in
 * @returns sorted, one figure a message
 */
export async function socketLatency(
  base: string,
  cookies: [string, string],
  roomId: string,
  count: number,
): Promise<number[]> {
  const [from, to] = await Promise.all([connect(base, cookies[0]), connect(base, cookies[1])]);
  await Promise.all([from, to].map((socket) => socket.emitWithAck('room:join', { roomId })));
  const figures: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const began = performance.now();
    const arrived = new Promise<void>((resolve) => to.once('message:new', () => resolve()));
    const answer = await from.emitWithAck('message:send', {
      roomId,
      clientId: `bench-${Date.now()}-${index}`,
      body: '측정',
    });
    if (!answer.ok) throw new Error(answer.error.code);
    await arrived;
    figures.push(performance.now() - began);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  from.close();
  to.close();
  return figures.sort((a, b) => a - b);
}

function connect(base: string, cookie: string): Promise<ChatSocket> {
  const socket: ChatSocket = io(`${base}/chat`, { transports: ['websocket'], extraHeaders: { cookie } });
  return new Promise((resolve, reject) => {
    socket.once('connect', () => resolve(socket));
    socket.once('connect_error', reject);
  });
}
