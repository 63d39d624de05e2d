import { setTimeout as sleep } from 'node:timers/promises';
import type { MemberActor } from '@/lib/core/actor';
import type { MessagePayload } from '@/lib/realtime/events';
import { createScene } from '@/tests/factories/scenes';
import { openChat } from './open-chat';
import { cookieOf } from './realtime-env';
import type { TestEnv } from './test-env';

interface Torture {
  env: TestEnv;
  url: string;
  rooms: number;
  messages: number;
  /** transports of Socket.IO that clients may use */
  transports?: ('polling' | 'websocket')[];
  /** Disturbs whatever it can until `isOver`. @param acknowledged how many messages were by now */
  disturb(acknowledged: () => number, isOver: () => boolean): Promise<void>;
}

/**
 * Two people in each room write at once with the product's own client, while something is disturbed; then every
 * acknowledged message has to be stored once, and shown to both, in order, without a gap.
 */
export async function tortureChat({
  env,
  url,
  rooms,
  messages,
  transports,
  disturb,
}: Torture): Promise<void> {
  const each = messages / rooms / 2;
  const acknowledged: MessagePayload[] = [];
  const scenes = await Promise.all(Array.from({ length: rooms }, () => createScene(env)));
  const people = await Promise.all(
    scenes.flatMap(({ author, inquirer, roomId }) =>
      [author, inquirer].map((member) =>
        openClient({ member, roomId, url, each, transports: transports ?? ['websocket'] }, acknowledged),
      ),
    ),
  );
  let isOver = false;
  const disturbing = disturb(
    () => acknowledged.length,
    () => isOver,
  );
  await Promise.all(people.map(({ writeAll }) => writeAll()));
  isOver = true;
  await disturbing;
  await until(() => {
    for (const { retryFailed } of people) retryFailed();
    return people.every(({ isComplete }) => isComplete());
  });
  await Promise.all(people.map(({ readBack }) => readBack()));
  for (const { stop } of people) stop();

  const stored = await env.db.message.findMany({
    where: { roomId: { in: scenes.map(({ roomId }) => roomId) } },
    orderBy: [{ roomId: 'asc' }, { seq: 'asc' }],
  });
  expect(stored).toHaveLength(messages);
  expect(new Set(stored.map(({ senderId, clientId }) => `${senderId} ${clientId}`)).size).toBe(messages);
  const ids = new Set(stored.map(({ id }) => id));
  expect(acknowledged.length).toBeGreaterThan(messages * 0.9);
  expect(acknowledged.every(({ id }) => ids.has(id))).toBe(true);
  for (const { roomId, shown } of people) {
    const thread = stored.filter((message) => message.roomId === roomId);
    expect(thread.map(({ seq }) => seq)).toEqual(Array.from({ length: each * 2 }, (_, index) => index + 1));
    expect(shown().map(({ id }) => id)).toEqual(thread.map(({ id }) => id));
  }
  for (const { roomId, member } of people) {
    const mine = stored.filter((message) => message.roomId === roomId && message.senderId === member.id);
    expect(mine.map(({ body }) => body)).toEqual(Array.from({ length: each }, (_, index) => `${index}`));
  }
}

interface ClientOptions {
  member: MemberActor;
  roomId: string;
  url: string;
  each: number;
  transports: ('polling' | 'websocket')[];
}

async function openClient(
  { member, roomId, url, each, transports }: ClientOptions,
  acknowledged: MessagePayload[],
) {
  // In Node.js the library's own cookie jar takes `cookie` over and drops `Cookie`.
  const extraHeaders = { cookie: await cookieOf(member.id), Origin: url };
  const options = { url, manager: { transports, extraHeaders } };
  const { room, session, retryFailed, stop } = openChat(member.id, roomId, options, acknowledged);
  return {
    member,
    roomId,
    retryFailed,
    stop,
    async writeAll() {
      for (let index = 0; index < each; index += 1) {
        room.write(`${index}`);
        await sleep(Math.random() * 400);
      }
    },
    isComplete: () => session().outbox.length === 0 && session().lastSeq === each * 2,
    async readBack() {
      while ((session().messages[0]?.seq ?? 1) > 1) await room.loadOlder();
    },
    shown: () => session().messages,
  };
}

export async function until(isTrue: () => boolean) {
  while (!isTrue()) await sleep(20);
}
