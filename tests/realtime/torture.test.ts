import { setTimeout as sleep } from 'node:timers/promises';
import type { MemberActor } from '@/lib/core/actor';
import { createChatClient } from '@/lib/realtime/client/chat-client';
import { createConnection } from '@/lib/realtime/client/connection';
import type { Link } from '@/lib/realtime/client/link';
import type { OutboxEntry } from '@/lib/realtime/client/outbox';
import type { OutboxStore } from '@/lib/realtime/client/outbox-store';
import type { MessagePayload } from '@/lib/realtime/events';
import { createScene } from '@/tests/factories/scenes';
import { type KillableServer, startKillableServer } from '@/tests/support/killable-server';
import { cookieOf } from '@/tests/support/realtime-env';
import { useTestEnv } from '@/tests/support/test-env';

const ROOMS = 20;
const MESSAGES = 2_000;
const EACH = MESSAGES / ROOMS / 2;
const KILLS = 5;

/** Point 6 of the product: whoever was away, or whatever died, everything is there, in order, once. */
describe('2,000 messages over 20 rooms while lines are cut and the server is killed', () => {
  const env = useTestEnv();
  let server: KillableServer;

  beforeAll(async () => {
    server = await startKillableServer(env.databaseUrl);
  });
  afterAll(() => server.stop());

  it('every acknowledged message is stored once and reaches both, in order, without a gap', async () => {
    const acknowledged: MessagePayload[] = [];
    const scenes = await Promise.all(Array.from({ length: ROOMS }, () => createScene(env)));
    const people = await Promise.all(
      scenes.flatMap(({ author, inquirer, roomId }) =>
        [author, inquirer].map((member) => openClient(member, roomId, acknowledged)),
      ),
    );
    let isDone = false;
    const writing = Promise.all(people.map(({ writeAll }) => writeAll()));
    const cutting = (async () => {
      while (!isDone) {
        await sleep(300 + Math.random() * 500);
        server.cut(0.2);
      }
    })();
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const wanted = (MESSAGES * kill) / (KILLS + 2);
      await until(() => acknowledged.length >= wanted);
      await server.killAndRestart();
    }
    await writing;
    isDone = true;
    await cutting;
    await until(() => {
      for (const { retryFailed } of people) retryFailed();
      return people.every(({ isComplete }) => isComplete());
    });
    await Promise.all(people.map(({ readBack }) => readBack()));
    for (const { stop } of people) stop();

    const stored = await env.db.message.findMany({ orderBy: [{ roomId: 'asc' }, { seq: 'asc' }] });
    expect(stored).toHaveLength(MESSAGES);
    expect(new Set(stored.map(({ senderId, clientId }) => `${senderId} ${clientId}`)).size).toBe(MESSAGES);
    const ids = new Set(stored.map(({ id }) => id));
    expect(acknowledged.length).toBeGreaterThan(MESSAGES * 0.9);
    expect(acknowledged.every(({ id }) => ids.has(id))).toBe(true);
    for (const { roomId, shown } of people) {
      const thread = stored.filter((message) => message.roomId === roomId);
      expect(thread.map(({ seq }) => seq)).toEqual(Array.from({ length: EACH * 2 }, (_, index) => index + 1));
      expect(shown().map(({ id }) => id)).toEqual(thread.map(({ id }) => id));
    }
    for (const { roomId, member } of people) {
      const mine = stored.filter((message) => message.roomId === roomId && message.senderId === member.id);
      expect(mine.map(({ body }) => body)).toEqual(Array.from({ length: EACH }, (_, index) => `${index}`));
    }
  }, 180_000);

  /** The product's own client, as a browser runs it. */
  async function openClient(member: MemberActor, roomId: string, acknowledged: MessagePayload[]) {
    // In Node.js the library's own cookie jar takes `cookie` over and drops `Cookie`.
    const extraHeaders = { cookie: await cookieOf(member.id), Origin: server.url };
    const connection = createConnection({
      url: server.url,
      manager: { transports: ['websocket'], extraHeaders },
    });
    const link: Link = {
      ...connection,
      request: async (event, input, timeoutMs) => {
        const answer = await connection.request(event, input, timeoutMs);
        if (event === 'message:send' && answer?.ok && 'message' in answer)
          acknowledged.push(answer.message as MessagePayload);
        return answer;
      },
    };
    const chat = createChatClient(member.id, link, memoryStore());
    const room = chat.room(roomId);
    room.look(true);
    connection.start();
    const session = () => room.snapshot().session;
    return {
      member,
      roomId,
      /** 「다시 보내기」, for what was given up during a long outage. */
      retryFailed() {
        for (const entry of session().outbox) if (entry.status === 'failed') room.retry(entry.clientId);
      },
      async writeAll() {
        for (let index = 0; index < EACH; index += 1) {
          room.write(`${index}`);
          await sleep(Math.random() * 400);
        }
      },
      isComplete: () => session().outbox.length === 0 && session().lastSeq === EACH * 2,
      async readBack() {
        while ((session().messages[0]?.seq ?? 1) > 1) await room.loadOlder();
      },
      shown: () => session().messages,
      stop() {
        chat.stop();
        connection.stop();
      },
    };
  }
});

async function until(isTrue: () => boolean) {
  while (!isTrue()) await sleep(20);
}

function memoryStore(): OutboxStore {
  const kept = new Map<string, { roomId: string; entry: OutboxEntry }>();
  return {
    load: () => [...kept.values()],
    put: (roomId, entry) => kept.set(entry.clientId, { roomId, entry }),
    remove: (_roomId, clientId) => kept.delete(clientId),
  };
}
