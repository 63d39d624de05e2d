import type { Socket } from 'socket.io-client';
import type { MemberActor } from '@/lib/core/actor';
import { requestRental } from '@/lib/features/rentals/server/request-rental';
import { createMember } from '@/tests/factories/people';
import { createScene, periodFrom } from '@/tests/factories/scenes';
import { ask, cookieOf, next, record, useRealtime } from '@/tests/support/realtime-env';
import { useTestEnv } from '@/tests/support/test-env';

describe('chat by socket', () => {
  const env = useTestEnv();
  const rt = useRealtime(env);

  /** Both people of a room with the room open, and a third member. */
  async function conversation() {
    const scene = await createScene(env);
    const [a, b, c] = await Promise.all(
      [scene.author, scene.inquirer, scene.stranger].map((member: MemberActor) => rt.connectAs(member)),
    );
    if (!a || !b || !c) throw new Error('Not connected.');
    const { roomId } = scene;
    await Promise.all([ask(a, 'room:join', { roomId }), ask(b, 'room:join', { roomId })]);
    return { ...scene, a, b, c };
  }

  const send = (roomId: string, clientId: string, body = clientId) => ({ roomId, clientId, body });

  it('a message is acknowledged when it is stored, and reaches both and nobody else', async () => {
    const { a, b, c, roomId, inquirer } = await conversation();
    const stranger = record(c);
    const [seenByA, seenByB] = [next(a, 'message:new'), next(b, 'message:new')];
    const answer = await ask(b, 'message:send', send(roomId, 'x', '안녕하세요'));
    expect(answer).toMatchObject({
      ok: true,
      message: { roomId, seq: 1, clientId: 'x', senderId: inquirer.id, body: '안녕하세요', kind: 'TEXT' },
    });
    expect(await env.db.message.count({ where: { id: answer.message.id } })).toBe(1);
    expect(await seenByA).toEqual(answer.message);
    expect(await seenByB).toEqual(answer.message);
    expect(await ask(b, 'message:send', send(roomId, 'x', '안녕하세요'))).toEqual(answer);
    expect(await ask(a, 'message:send', send(roomId, 'y'))).toMatchObject({ message: { seq: 2 } });
    expect(stranger).toEqual([]);
  });

  it('another text under a clientId is refused, alone and in the crowd', async () => {
    const { a, b, roomId } = await conversation();
    const heard = next(a, 'message:new');
    const first = await ask(b, 'message:send', send(roomId, 'x', '네, 빌려드릴게요'));
    await heard;
    const partner = record(a);
    const refused = {
      ok: false,
      error: {
        code: 'CONFLICT',
        message: '같은 메시지를 다른 내용으로 다시 보낼 수 없어요. 새 메시지로 보내 주세요.',
      },
    };
    expect(await ask(b, 'message:send', send(roomId, 'x', '아니요, 못 빌려드려요'))).toEqual(refused);
    const together = await Promise.all(
      ['하나', '둘', '하나', '셋'].map((body) => ask(b, 'message:send', send(roomId, 'y', body))),
    );
    expect(together[0]).toMatchObject({ ok: true, message: { seq: 2, body: '하나' } });
    expect(together).toEqual([together[0], refused, together[0], refused]);
    expect(await ask(b, 'message:send', send(roomId, 'x', ' 네, 빌려드릴게요 '))).toEqual(first);
    expect(partner.filter(([event]) => event === 'message:new')).toHaveLength(1);
    expect(await env.db.message.count({ where: { roomId } })).toBe(2);
  });

  it('reading and typing reach the partner', async () => {
    const { a, b, c, roomId, author } = await conversation();
    const stranger = record(c);
    await ask(b, 'message:send', send(roomId, 'x'));
    const [read, typing] = [next(b, 'room:read'), next(b, 'room:typing')];
    const own = record(a);
    expect(await ask(a, 'room:read', { roomId, seq: 1 })).toMatchObject({ ok: true, seq: 1, unread: 0 });
    expect(await read).toEqual({ roomId, userId: author.id, seq: 1 });
    expect(await ask(a, 'room:typing', { roomId })).toEqual({ ok: true });
    expect(await typing).toEqual({ roomId, userId: author.id });
    expect(own.map(([event]) => event)).not.toContain('room:typing');
    expect(stranger).toEqual([]);
  });

  it('a change of a rental reaches both', async () => {
    const { a, b, inquirer, item, roomId } = await conversation();
    const changes = Promise.all([next(a, 'rental:changed'), next(b, 'rental:changed')]);
    const rental = await requestRental(rt.ctx(inquirer), {
      roomId,
      ...periodFrom({ ...env, clock: { ...env.clock, now: new Date() } }, 3_600_000),
    });
    const expected = { roomId, itemId: item.id, rentalId: rental.id, status: 'REQUESTED' };
    expect(await changes).toEqual([expected, expected]);
  });

  it('2022 fault: into another’s room: every event of a stranger is refused', async () => {
    const { a, c, roomId } = await conversation();
    const partner = record(a);
    const events = {
      'room:join': { roomId },
      'message:send': send(roomId, 'x'),
      'message:list': { roomId },
      'room:read': { roomId, seq: 1 },
      'room:typing': { roomId },
    };
    for (const [event, input] of Object.entries(events)) {
      expect(await ask(c, event, input)).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    }
    expect(partner).toEqual([]);
  });

  it('2022 fault: messages in another’s name', async () => {
    const { a, b, roomId, author, inquirer } = await conversation();
    const forged = { ...send(roomId, 'x'), senderId: author.id, userId: author.id };
    expect((await ask(b, 'message:send', forged)).message.senderId).toBe(inquirer.id);
    a.disconnect();
  });

  it('2022 fault: messages 200,000 characters long', async () => {
    const { b, roomId } = await conversation();
    const answer = await ask(b, 'message:send', send(roomId, 'x', '가'.repeat(200_000)));
    expect(answer).toEqual({
      ok: false,
      error: { code: 'INVALID', message: '입력한 내용을 다시 확인해 주세요.' },
    });
    expect(b.connected).toBe(true);
    expect(await env.db.message.count({ where: { roomId } })).toBe(0);
  });

  it('2022 fault: malformed JSON killed the socket', async () => {
    const { b, roomId } = await conversation();
    const broken = [
      '2/chat,["message:send",{bad',
      '2/chat,{"a":1}',
      '2/chat,[]',
      '2/chat,7["room:join"',
      '5/chat,1-["x",{}]',
      '9',
      '',
    ];
    for (const packet of broken) b.io.engine.write(packet);
    expect(await ask(b, 'message:send', send(roomId, 'after'))).toMatchObject({ ok: true });
    expect(b.connected).toBe(true);
  });

  it.each([
    ['nothing', []],
    ['null', [null]],
    ['text', ['room']],
    ['a list', [[1, 2]]],
    ['a number', [7]],
    ['deep nonsense', [{ roomId: { $ne: null }, clientId: ['x'], body: {}, cursor: {}, id: [], all: 'yes' }]],
    ['prototype names', [{ ['__proto__']: { roomId: 'x' }, constructor: 1 }]],
    ['binary', [{ roomId: Buffer.from('x'), cursor: Buffer.from('x') }]],
  ])('a payload of %s is answered with INVALID', async (name, input) => {
    const member = await createMember(env.db);
    const [chat, alerts] = [await rt.connectAs(member), await rt.connectAs(member, '/alerts')];
    // Of a list of alerts every field may be left out.
    const isEmpty = name === 'prototype names';
    const events: [Socket, string][] = [
      [chat, 'room:join'],
      [chat, 'room:leave'],
      [chat, 'message:send'],
      [chat, 'message:list'],
      [chat, 'room:read'],
      [chat, 'room:typing'],
      [alerts, 'alert:read'],
      ...(isEmpty ? [] : [[alerts, 'alert:list'] as [Socket, string]]),
    ];
    for (const [socket, event] of events) {
      const answer = await ask(socket, event, ...input);
      expect([event, answer]).toMatchObject([event, { ok: false, error: { code: 'INVALID' } }]);
    }
    expect([chat.connected, alerts.connected]).toEqual([true, true]);
  });

  it.each([
    [{ limit: 0 }],
    [{ limit: 51 }],
    [{ limit: 1.5 }],
    [{ limit: '20' }],
    [{ cursor: 7 }],
    [{ cursor: 'x'.repeat(101) }],
  ])('a list of alerts is not given for %j', async (input) => {
    const socket = await rt.connectAs(await createMember(env.db), '/alerts');
    expect(await ask(socket, 'alert:list', input)).toMatchObject({ ok: false, error: { code: 'INVALID' } });
  });

  it('unknown events are answered, events without acknowledgement are done, surplus arguments do no harm', async () => {
    const { b, roomId } = await conversation();
    for (const event of ['message:delete', 'constructor', '__proto__', 'toString', '']) {
      expect(await ask(b, event, {})).toMatchObject({ ok: false, error: { code: 'INVALID' } });
    }
    const stored = next(b, 'message:new');
    b.emit('message:send', send(roomId, 'silent'));
    b.emit('message:send');
    b.emit('message:send', null, 1, 'x');
    await stored;
    expect(await ask(b, 'message:list', { roomId }, 'surplus')).toMatchObject({
      messages: [{ clientId: 'silent' }],
    });
  });

  it('who sends too fast is told so, and can go on a little later', async () => {
    const { b, roomId } = await conversation();
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, index) => ask(b, 'message:send', send(roomId, `c${index}`))),
    );
    const refused = answers.filter(({ ok }) => !ok);
    expect(refused.length).toBeGreaterThan(20);
    expect(refused[0]).toMatchObject({ error: { code: 'RATE_LIMITED' } });
    expect(await env.db.message.count({ where: { roomId } })).toBe(100 - refused.length);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await ask(b, 'message:send', send(roomId, 'later'))).toMatchObject({ ok: true });
  });

  it('refusals come in the language of the reader', async () => {
    const member = await createMember(env.db);
    const Cookie = await cookieOf(member.id);
    const speak = async (headers: Record<string, string>, auth: object = {}) => {
      const socket = await rt.connect('/chat', {
        auth,
        extraHeaders: { Origin: rt.url, Cookie, ...headers },
      });
      return (await ask(socket, 'room:join', {})).error.message;
    };
    expect(await speak({})).toBe('입력한 내용을 다시 확인해 주세요.');
    expect(await speak({ 'Accept-Language': 'en-GB,en;q=0.9' })).toBe('Please check what you entered.');
    expect(await speak({ Cookie: `${Cookie}; NEXT_LOCALE=en` })).toBe('Please check what you entered.');
    // A browser's WebSocket need not send what its page was asked for with.
    const page = { 'Accept-Language': 'en-US' };
    expect(await speak(page, { locale: 'ko' })).toBe('입력한 내용을 다시 확인해 주세요.');
    for (const locale of ['toString', ['ko'], null]) {
      expect(await speak(page, { locale })).toBe('Please check what you entered.');
    }
  });

  it('who joins again gets what is missing, in order', async () => {
    const { a, b, roomId } = await conversation();
    b.disconnect();
    for (const clientId of ['x', 'y', 'z']) await ask(a, 'message:send', send(roomId, clientId));
    b.connect();
    await next(b, 'connect');
    const { messages, lastSeq } = await ask(b, 'room:join', { roomId, afterSeq: 1 });
    expect(messages.map(({ clientId }: { clientId: string }) => clientId)).toEqual(['y', 'z']);
    expect(lastSeq).toBe(3);
  });
});
