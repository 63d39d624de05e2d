// Many idle members, as light as can be: WebSockets that speak just enough of Socket.IO. Driven by messages of the parent.
import { encode } from 'next-auth/jwt';
import WebSocket from 'ws';
import { BENCH_SECRET } from './site';

export type CrowdOrder = { url: string; userIds: string[] } | 'leave';
export type CrowdNews = { connectedInMs: number } | { alerts: number };

const AT_ONCE = 64;
const NAMESPACES = ['/chat', '/alerts'];
const open: WebSocket[] = [];
let alerts = 0;

process.on('message', async (order: CrowdOrder) => {
  if (order === 'leave') return process.exit(0);
  const people = await Promise.all(
    order.userIds.map(async (userId) => ({ userId, cookie: await cookieOf(userId) })),
  );
  const began = performance.now();
  const waiting = people.values();
  const one = async () => {
    for (const { userId, cookie } of waiting) await connect(order.url, userId, cookie);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  tell({ connectedInMs: performance.now() - began });
});

function tell(news: CrowdNews) {
  process.send?.(news);
}

async function cookieOf(userId: string): Promise<string> {
  const token = await encode({ token: { sub: userId, userId, sessionVersion: 1 }, secret: BENCH_SECRET });
  return `next-auth.session-token=${token}`;
}

/** Resolves when both namespaces have let the member in. */
function connect(url: string, userId: string, cookie: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const address = `${url.replace(/^http/, 'ws')}/socket.io/?EIO=4&transport=websocket`;
    const socket = new WebSocket(address, { headers: { cookie, origin: url }, perMessageDeflate: false });
    let joined = 0;
    socket.on('message', (data) => {
      const packet = String(data);
      if (packet === '2') socket.send('3');
      else if (packet.startsWith('0')) {
        for (const name of NAMESPACES) socket.send(`40${name},${JSON.stringify({ userId })}`);
      } else if (packet.startsWith('40/')) {
        joined += 1;
        if (joined === NAMESPACES.length) resolve();
      } else if (packet.startsWith('44/')) reject(new Error(packet));
      else if (packet.startsWith('42/alerts,["alert:new"')) {
        alerts += 1;
        tell({ alerts });
      }
    });
    socket.once('error', reject);
    open.push(socket);
  });
}
