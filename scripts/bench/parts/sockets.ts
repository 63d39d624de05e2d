import { type ChildProcess, fork } from 'node:child_process';
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { signAccessToken } from '@/lib/realtime/server/access-token';
import { benchId } from '../generate';
import type { Ground } from '../ground';
import { type Row, rowOf, toldOnly } from '../rows';
import { residentKb } from '../server-process';
import { BENCH_SECRET, type Running, startBare, startSite } from '../site';
import type { CrowdNews, CrowdOrder } from '../socket-crowd';

const MEMBERS = 9_000;
const AT_ONCE = 64;
/** Until what connecting has left behind is collected. */
const REST_MS = 8_000;

interface Measured {
  kbEach: number;
  connectsPerSecond: number;
  allToldMs: number;
}

/** How one member is told: a request, and what it carries. */
type Tell = (member: Member) => Promise<{ path: string; headers: Record<string, string>; body: string }>;

interface Member {
  userId: string;
  roomId: string;
  partnerId: string;
}

/** 9,000 signed-in members who do nothing, each with the two namespaces that every page opens. */
export async function benchSockets(ground: Ground): Promise<Row[]> {
  const databaseUrl = await ground.databaseOf('1m');
  const members = await membersOf(databaseUrl);
  const site = await startSite(databaseUrl);
  const ours = await measure(site, members, sendMessage).finally(site.stop);
  const server = await startBare(databaseUrl, 'scripts/bench/bare-sockets.ts');
  const bare = await measure(server, members, ({ userId }) =>
    Promise.resolve({ path: `/tell?user=${userId}`, headers: {}, body: '' }),
  ).finally(server.stop);
  const name = `${MEMBERS} idle members`;
  const perSecond: [number, number] = [ours.connectsPerSecond, bare.connectsPerSecond];
  return [
    rowOf('sockets', `${name}: memory of each, against bare`, 'kB', [ours.kbEach, bare.kbEach], {
      atMost: 2,
    }),
    rowOf('sockets', `${name}: memory of each`, 'kB', [ours.kbEach, null], { atMost: 40 }),
    toldOnly(rowOf('sockets', `${name}: connections a second`, '/s', perSecond, { atLeast: 0 })),
    toldOnly(
      rowOf(
        'sockets',
        `${name}: a message to each, stored, and its alert`,
        'ms',
        [ours.allToldMs, bare.allToldMs],
        {
          atLeast: 0,
        },
      ),
    ),
  ];
}

/** Members who have asked about something, each with the author who answers. */
async function membersOf(databaseUrl: string): Promise<Member[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<Member>(
    `SELECT DISTINCT ON ("inquirerId") "inquirerId" AS "userId", "id" AS "roomId", "authorId" AS "partnerId"
     FROM "Room" WHERE "inquirerId" <> $1 ORDER BY "inquirerId", "id" LIMIT $2`,
    [benchId(1, 1), MEMBERS],
  );
  await client.end();
  if (rows.length < MEMBERS) throw new Error(`There are ${rows.length} members with a room.`);
  return rows;
}

const sendMessage: Tell = async ({ roomId, partnerId, userId }) => {
  const token = await signAccessToken({ userId: partnerId, sessionVersion: 1 }, BENCH_SECRET);
  return {
    path: `/api/v1/rooms/${roomId}/messages`,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ clientId: `bench-${process.pid}-${userId}`, body: '네, 그때 봬요.' }),
  };
};

async function measure(server: Running, members: readonly Member[], tell: Tell): Promise<Measured> {
  const before = residentKb(server.pid());
  const crowd = fork('scripts/bench/socket-crowd.ts', { execArgv: ['--import', 'tsx'] });
  try {
    let alerts = 0;
    crowd.on('message', (news: CrowdNews) => {
      if ('alerts' in news) alerts = news.alerts;
    });
    const order: CrowdOrder = { url: server.url, userIds: members.map(({ userId }) => userId) };
    crowd.send(order);
    const connectedInMs = await connected(crowd);
    await sleep(REST_MS);
    const kbEach = (residentKb(server.pid()) - before) / members.length;
    const calls = await Promise.all(members.map(tell));
    const began = performance.now();
    await callAll(server.url, calls);
    while (alerts < members.length) {
      await sleep(5);
      if (performance.now() - began > 120_000) throw new Error(`${alerts} of ${members.length} were told.`);
    }
    const allToldMs = performance.now() - began;
    return { kbEach, connectsPerSecond: members.length / (connectedInMs / 1_000), allToldMs };
  } finally {
    crowd.kill();
  }
}

function connected(crowd: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    crowd.on('message', (news: CrowdNews) => 'connectedInMs' in news && resolve(news.connectedInMs));
    crowd.once('exit', (code) => reject(new Error(`The crowd left (${code}).`)));
  });
}

async function callAll(url: string, calls: Awaited<ReturnType<Tell>>[]) {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const waiting = calls.values();
  const one = async () => {
    for (const { path, headers, body } of waiting) await post(url + path, agent, headers, body);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  agent.destroy();
}

function post(url: string, agent: Agent, headers: Record<string, string>, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', agent, headers }, (answer) => {
      answer.resume().once('end', () => {
        if ((answer.statusCode ?? 500) < 300) resolve();
        else reject(new Error(`${url} answered ${answer.statusCode}.`));
      });
    });
    sent.once('error', reject).end(body);
  });
}
