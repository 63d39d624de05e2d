import { sendMessage } from '@/lib/features/chat/server/send-message';
import { createScene } from '@/tests/factories/scenes';
import { ask, next, record, useRealtime } from '@/tests/support/realtime-env';
import { useTestEnv } from '@/tests/support/test-env';

describe('alerts by socket', () => {
  const env = useTestEnv();
  const rt = useRealtime(env);

  it('reach their own member, with a count, and nobody else', async () => {
    const { author, inquirer, stranger, item, roomId } = await createScene(env);
    const [mine, sender, other] = await Promise.all(
      [author, inquirer, stranger].map((member) => rt.connectAs(member, '/alerts')),
    );
    if (!mine || !sender || !other) throw new Error('Not connected.');
    const others = [record(sender), record(other)];
    const [alert, count] = [next(mine, 'alert:new'), next(mine, 'alert:count')];
    await sendMessage(rt.ctx(inquirer), { roomId, clientId: 'a', body: '안녕하세요' });
    expect(await alert).toMatchObject({
      kind: 'MESSAGE',
      roomId,
      title: item.title,
      sender: inquirer.nickname,
    });
    expect(await count).toEqual({ unread: 1 });
    const list = await ask(mine, 'alert:list', {});
    expect(list).toMatchObject({ ok: true, alerts: [await alert], unread: 1, nextCursor: null });
    const recount = next(mine, 'alert:count');
    expect(await ask(mine, 'alert:read', { roomId })).toEqual({ ok: true, unread: 0 });
    expect(await recount).toEqual({ unread: 0 });
    expect(others).toEqual([[], []]);
  });

  it('many at once end in the right count', async () => {
    const scenes = await Promise.all(Array.from({ length: 5 }, () => createScene(env)));
    const { author } = scenes[0] ?? (await createScene(env));
    const rooms = await env.db.room.findMany({ where: { id: { in: scenes.map(({ roomId }) => roomId) } } });
    for (const { id, authorId } of rooms) {
      if (authorId === author.id) continue;
      await env.db.roomMember.update({
        where: { roomId_userId: { roomId: id, userId: authorId } },
        data: { userId: author.id },
      });
      await env.db.room.update({ where: { id }, data: { authorId: author.id } });
    }
    const socket = await rt.connectAs(author, '/alerts');
    let last = 0;
    socket.on('alert:count', ({ unread }: { unread: number }) => {
      last = unread;
    });
    await Promise.all(
      scenes.flatMap(({ inquirer, roomId }) =>
        Array.from({ length: 8 }, (_, index) =>
          sendMessage(rt.ctx(inquirer), { roomId, clientId: `c${index}`, body: `${index}` }),
        ),
      ),
    );
    while (last !== 40) await next(socket, 'alert:count');
    expect(last).toBe(40);
  });

  it('do not come for a room that the person is looking at, and come again once they have left it', async () => {
    const { author, inquirer, roomId } = await createScene(env);
    const [chat, alerts] = await Promise.all([rt.connectAs(author), rt.connectAs(author, '/alerts')]);
    const say = (clientId: string) => sendMessage(rt.ctx(inquirer), { roomId, clientId, body: clientId });
    await ask(chat, 'room:join', { roomId });
    expect(await rt.realtime.presence.isInRoom(author.id, roomId)).toBe(true);
    await say('looking');
    expect(await env.db.alert.count({ where: { userId: author.id } })).toBe(0);
    await ask(chat, 'room:leave', { roomId });
    const alert = next(alerts, 'alert:new');
    await say('left');
    await alert;
    await ask(chat, 'room:join', { roomId });
    chat.disconnect();
    while (await rt.realtime.presence.isInRoom(author.id, roomId))
      await new Promise((resolve) => setTimeout(resolve, 5));
    await say('closed');
    expect(await env.db.alert.count({ where: { userId: author.id } })).toBe(2);
  });

  it('2022 fault: forged alerts and another’s alerts readable', async () => {
    const { author, inquirer, stranger, roomId } = await createScene(env);
    await sendMessage(rt.ctx(inquirer), { roomId, clientId: 'a', body: 'a' });
    const { id } = await env.db.alert.findFirstOrThrow({ where: { userId: author.id } });
    const socket = await rt.connectAs(stranger, '/alerts');
    expect(await ask(socket, 'alert:list', { userId: author.id })).toMatchObject({
      ok: true,
      alerts: [],
      unread: 0,
    });
    expect(await ask(socket, 'alert:read', { id })).toMatchObject({
      ok: false,
      error: { code: 'NOT_FOUND' },
    });
    const forged = await ask(socket, 'alert:new', { userId: author.id, title: 'x' });
    expect(forged).toMatchObject({ ok: false, error: { code: 'INVALID' } });
    expect(await env.db.alert.count({ where: { userId: author.id, readAt: null } })).toBe(1);
  });
});
