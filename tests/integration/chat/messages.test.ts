import { setTimeout as sleep } from 'node:timers/promises';
import { joinRoom } from '@/lib/features/chat/server/join-room';
import { listMessages } from '@/lib/features/chat/server/list-messages';
import { sendMessage } from '@/lib/features/chat/server/send-message';
import { storeTogether } from '@/lib/features/chat/server/store-together';
import { createScene } from '@/tests/factories/scenes';
import { countStatements } from '@/tests/support/count-statements';
import { refusalOf } from '@/tests/support/refusal';
import { useTestEnv } from '@/tests/support/test-env';

describe('messages', () => {
  const env = useTestEnv();

  const say = (actor: Parameters<typeof env.ctx>[0], roomId: string, clientId: string, body = clientId) =>
    sendMessage(env.ctx(actor), { roomId, clientId, body });

  it('are numbered 1, 2, 3 without gap or double, whoever races', async () => {
    const { author, inquirer, roomId } = await createScene(env);
    await Promise.all(
      Array.from({ length: 100 }, (_, index) => say(index % 2 ? author : inquirer, roomId, `c${index}`)),
    );
    const messages = await listMessages(env.ctx(author), { roomId, limit: 100 });
    expect(messages.map(({ seq }) => seq)).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
    const times = messages.map(({ createdAt }) => createdAt);
    expect(times).toEqual([...times].sort());
    const room = await env.db.room.findUniqueOrThrow({ where: { id: roomId } });
    const last = messages.at(-1);
    expect(room).toMatchObject({ lastSeq: 100, lastBody: last?.body, lastSenderId: last?.senderId });
  });

  it('of the same clientId are one, whoever races, and leave no gap', async () => {
    const { author, inquirer, roomId } = await createScene(env);
    const same = await Promise.all(Array.from({ length: 20 }, () => say(inquirer, roomId, 'once')));
    expect(new Set(same.map(({ id }) => id)).size).toBe(1);
    const others = await say(author, roomId, 'once');
    expect(others).toMatchObject({ seq: 2, senderId: author.id });
    expect(await env.db.message.count({ where: { roomId } })).toBe(2);
    expect(await env.db.alert.count({ where: { roomId } })).toBe(2);
  });

  it('of many rooms share their statements, each room numbered for itself', async () => {
    const scenes = await Promise.all(Array.from({ length: 6 }, () => createScene(env)));
    const sendAll = () =>
      Promise.all(
        scenes.flatMap(({ author, inquirer, roomId }) =>
          [1, 2, 3].flatMap((nth) => [say(author, roomId, `a${nth}`), say(inquirer, roomId, `i${nth}`)]),
        ),
      );
    expect(await countStatements(sendAll)).toBe(1);
    for (const { author, inquirer, roomId } of scenes) {
      const messages = await listMessages(env.ctx(author), { roomId, limit: 100 });
      expect(messages.map(({ seq, clientId }) => [seq, clientId])).toEqual([
        [1, 'a1'],
        [2, 'i1'],
        [3, 'a2'],
        [4, 'i2'],
        [5, 'a3'],
        [6, 'i3'],
      ]);
      const members = await env.db.roomMember.findMany({ where: { roomId } });
      expect(Object.fromEntries(members.map(({ userId, readSeq }) => [userId, readSeq]))).toEqual({
        [author.id]: 5,
        [inquirer.id]: 6,
      });
      expect(await env.db.alert.count({ where: { roomId } })).toBe(6);
    }
    // The same again is known, without a new number.
    expect((await sendAll()).map(({ seq }) => seq)).toEqual(scenes.flatMap(() => [1, 2, 3, 4, 5, 6]));
  });

  it('of other rooms go through while somebody holds a room, whose own keep their order', async () => {
    const [held, free] = [await createScene(env), await createScene(env)];
    let letGo: () => void = () => undefined;
    const isOver = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const holder = env.db.$transaction(async (tx) => {
      await tx.$executeRaw`SELECT 1 FROM "Room" WHERE "id" = ${held.roomId}::uuid FOR UPDATE`;
      await isOver;
    });
    await sleep(50);
    const order: string[] = [];
    const send = ({ inquirer, roomId }: typeof held, clientId: string) =>
      say(inquirer, roomId, clientId).then(() => order.push(clientId));
    const waiting = [send(held, 'h1'), send(held, 'h2')];
    await send(free, 'f1');
    waiting.push(send(held, 'h3'));
    await send(free, 'f2');
    expect(order).toEqual(['f1', 'f2']);
    letGo();
    await Promise.all([holder, ...waiting]);
    expect(order).toEqual(['f1', 'f2', 'h1', 'h2', 'h3']);
    await send(held, 'h4');
    const messages = await listMessages(env.ctx(held.author), { roomId: held.roomId });
    expect(messages.map(({ clientId }) => clientId)).toEqual(['h1', 'h2', 'h3', 'h4']);
  });

  it('that cannot be written do not take the others of their statement along', async () => {
    const [good, gone] = [await createScene(env), await createScene(env)];
    await say(good.inquirer, good.roomId, 'first');
    // A character that PostgreSQL has none for breaks the whole statement; people's texts come without it.
    const broken = storeTogether(env.db, {
      roomId: gone.roomId,
      senderId: gone.inquirer.id,
      clientId: 'broken',
      body: 'x\u0000',
      now: new Date(),
      alertId: null,
    });
    const [refused, sent] = await Promise.allSettled([broken, say(good.inquirer, good.roomId, 'second')]);
    expect(refused.status).toBe('rejected');
    expect(sent).toMatchObject({ status: 'fulfilled', value: { seq: 2 } });
    expect(await say(gone.inquirer, gone.roomId, 'after')).toMatchObject({ seq: 1 });
  });

  it('cost one statement each', async () => {
    const { author, inquirer, roomId } = await createScene(env);
    await say(inquirer, roomId, 'warm');
    expect(await countStatements(() => say(author, roomId, 'counted'))).toBe(1);
  });

  it('alert the partner, but not one who looks at the room', async () => {
    const { author, inquirer, roomId, item } = await createScene(env);
    env.events.length = 0;
    await say(inquirer, roomId, 'away');
    env.looking.add(`${author.id}:${roomId}`);
    await say(inquirer, roomId, 'there');
    expect(env.events.map(({ type }) => type)).toEqual(['message.stored', 'alert.created', 'message.stored']);
    expect(env.events[1]).toMatchObject({
      userId: author.id,
      alert: { kind: 'MESSAGE', roomId, itemId: item.id, title: item.title, sender: inquirer.nickname },
    });
    expect(await env.db.alert.count({ where: { roomId } })).toBe(1);
  });

  it('mark the sender’s own reading', async () => {
    const { author, inquirer, roomId } = await createScene(env);
    await say(inquirer, roomId, 'a');
    await say(author, roomId, 'b');
    const joined = await Promise.all([author, inquirer].map((who) => joinRoom(env.ctx(who), { roomId })));
    expect(joined.map(({ readSeq, room }) => [readSeq, room.partnerReadSeq])).toEqual([
      [2, 1],
      [1, 2],
    ]);
  });

  it.each([
    ['empty', ''],
    ['white space', ' \n\t '],
    ['1,001 characters', '가'.repeat(1_001)],
    ['2022 fault: 200,000 characters long', '가'.repeat(200_000)],
    ['no text', 7],
  ])('that are %s are refused at the field', async (_name, body) => {
    const { inquirer, roomId } = await createScene(env);
    const send = sendMessage(env.ctx(inquirer), { roomId, clientId: 'c', body: body as string });
    expect(await refusalOf(send)).toMatchObject({ code: 'INVALID', fields: { body: 'chat.message' } });
    expect(await env.db.message.count({ where: { roomId } })).toBe(0);
  });

  it('of 1,000 emoji are within bounds', async () => {
    const { inquirer, roomId } = await createScene(env);
    expect((await say(inquirer, roomId, 'emoji', '🙂'.repeat(1_000))).seq).toBe(1);
  });

  it('2022 fault: messages into another’s room', async () => {
    const { stranger, roomId } = await createScene(env);
    expect(await refusalOf(say(stranger, roomId, 'c'))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refusalOf(say(undefined, roomId, 'c'))).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await env.db.message.count({ where: { roomId } })).toBe(0);
  });

  it('2022 fault: messages in another’s name', async () => {
    const { author, inquirer, roomId } = await createScene(env);
    const forged = { roomId, clientId: 'c', body: '나는 작성자', senderId: author.id };
    expect((await sendMessage(env.ctx(inquirer), forged)).senderId).toBe(inquirer.id);
  });

  it('reach nobody who has left; what was said stays readable, and a repeated try finds its message', async () => {
    const { author, inquirer, roomId } = await createScene(env);
    const stored = await say(inquirer, roomId, 'before');
    const gone = { email: null, nickname: null, passwordHash: null, withdrawnAt: new Date() };
    await env.db.user.update({ where: { id: author.id }, data: { status: 'WITHDRAWN', ...gone } });
    expect(await refusalOf(say(inquirer, roomId, 'after'))).toMatchObject({
      code: 'FORBIDDEN',
      key: 'chat.partnerLeft',
    });
    expect(await say(inquirer, roomId, 'before')).toEqual(stored);
    const { room, messages } = await joinRoom(env.ctx(inquirer), { roomId });
    expect(room).toMatchObject({ canWrite: false, canRequestRental: false, partner: { nickname: null } });
    expect(messages).toHaveLength(1);
  });

  it('can be read and written when the item is deleted', async () => {
    const { inquirer, item, roomId } = await createScene(env);
    await env.db.item.update({ where: { id: item.id }, data: { deletedAt: new Date() } });
    await say(inquirer, roomId, 'still');
    const { room } = await joinRoom(env.ctx(inquirer), { roomId });
    expect(room).toMatchObject({ item: { isGone: true }, canWrite: true, canRequestRental: false });
  });

  it('come after a number, in pages, or the last 50, and older ones before a number', async () => {
    const { inquirer, roomId } = await createScene(env);
    for (let index = 1; index <= 60; index += 1) await say(inquirer, roomId, `c${index}`);
    const ctx = env.ctx(inquirer);
    const seqs = (messages: { seq: number }[]) => [messages[0]?.seq, messages.at(-1)?.seq, messages.length];
    expect(seqs((await joinRoom(ctx, { roomId })).messages)).toEqual([11, 60, 50]);
    expect(seqs((await joinRoom(ctx, { roomId, afterSeq: 58 })).messages)).toEqual([59, 60, 2]);
    expect((await joinRoom(ctx, { roomId, afterSeq: 99 })).messages).toEqual([]);
    expect(seqs(await listMessages(ctx, { roomId, beforeSeq: 11, limit: 20 }))).toEqual([1, 10, 10]);
    expect(await listMessages(ctx, { roomId, beforeSeq: 1 })).toEqual([]);
  });
});
