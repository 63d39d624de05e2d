import { once } from 'node:events';
import WebSocket from 'ws';
import { createScene } from '@/tests/factories/scenes';
import { ask, cookieOf, useRealtime } from '@/tests/support/realtime-env';
import { useTestEnv } from '@/tests/support/test-env';

type Scene = Awaited<ReturnType<typeof createScene>>;

/** What goes over the wire by hand: nothing here is what a client of the library would send. */
describe('frames that no client sends', () => {
  const env = useTestEnv();
  const rt = useRealtime(env);

  async function openRaw(scene: Scene) {
    const address = `${rt.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
    const headers = { cookie: await cookieOf(scene.inquirer.id), origin: rt.url };
    const socket = new WebSocket(address, { headers });
    const packets: string[] = [];
    socket.on('message', (data) => packets.push(String(data)));
    socket.on('error', () => undefined);
    await until(() => packets.length > 0);
    socket.send('40/chat,');
    await until(() => packets.some((packet) => packet.startsWith('40/chat,')));
    return { socket, packets };
  }

  async function until(isTrue: () => boolean) {
    while (!isTrue()) await new Promise((resolve) => setImmediate(resolve));
  }

  const send = (roomId: string, body: string) =>
    `["message:send",{"roomId":"${roomId}","clientId":"00000000-0000-4000-8000-000000000001","body":${body}}]`;
  const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;

  it.each([
    ['JSON that ends too early', '42/chat,["message:send",{'],
    ['no JSON', '42/chat,x'],
    ['no event', '42/chat,[]'],
    ['an event that is an object', '42/chat,[{}]'],
    ['a reserved event', '42/chat,["disconnect"]'],
    ['an unknown packet', '49/chat,[]'],
    ['an answer that nobody waits for', '43/chat,99[]'],
    ['a hundred thousand attachments', '45100000-/chat,["room:join",{"_placeholder":true,"num":0}]'],
    ['attachments without a number', '45-/chat,["room:join"]'],
    ['a placeholder of another attachment', '451-/chat,["room:join",{"_placeholder":true,"num":7}]'],
    ['10,000 levels', `42/chat,["room:join",${deep}]`],
  ])('%s: the connection lives, and so does everybody else’s', async (_name, frame) => {
    const scene = await createScene(env);
    const other = await rt.connectAs(scene.author);
    const { socket, packets } = await openRaw(scene);
    socket.send(frame);
    if (frame.startsWith('45')) socket.send(Buffer.alloc(10));
    socket.send(`42/chat,7["room:join",{"roomId":"${scene.roomId}"}]`);
    await until(() => packets.some((packet) => packet.startsWith('43/chat,7[{"ok":true')));
    expect(await ask(other, 'room:join', { roomId: scene.roomId })).toMatchObject({ ok: true });
    socket.terminate();
  });

  it.each([
    ['half a surrogate pair', '"a\\ud800"'],
    ['an object', '{"toString":"x"}'],
    ['10,000 levels', deep],
    ['200,000 characters', `"${'a'.repeat(200_000)}"`],
  ])('a message of %s is refused and not stored', async (_name, body) => {
    const scene = await createScene(env);
    const { socket, packets } = await openRaw(scene);
    socket.send(`42/chat,7${send(scene.roomId, body)}`);
    await until(() => packets.some((packet) => packet.startsWith('43/chat,7')));
    expect(packets.at(-1)).toContain('"code":"INVALID"');
    await expect(env.db.message.count({ where: { roomId: scene.roomId } })).resolves.toBe(0);
    socket.terminate();
  });

  it('a message loses its NUL bytes, which PostgreSQL could not hold', async () => {
    const scene = await createScene(env);
    const { socket, packets } = await openRaw(scene);
    socket.send(`42/chat,7${send(scene.roomId, '"a\\u0000b"')}`);
    await until(() => packets.some((packet) => packet.startsWith('43/chat,7')));
    await expect(env.db.message.findFirst({ where: { roomId: scene.roomId } })).resolves.toMatchObject({
      body: 'ab',
    });
    socket.terminate();
  });

  it('what comes with a message beside its fields changes neither it nor the server', async () => {
    const scene = await createScene(env);
    const { socket, packets } = await openRaw(scene);
    const more = `"senderId":"${scene.author.id}","seq":99,"createdAt":"2000-01-01","id":"${scene.roomId}",`;
    const chain = '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},';
    socket.send(`42/chat,7${send(scene.roomId, '"네"').replace('{', `{${more}${chain}`)}`);
    await until(() => packets.some((packet) => packet.startsWith('43/chat,7')));
    const rows = await env.db.message.findMany({ where: { roomId: scene.roomId } });
    if (rows.length > 0) expect(rows).toMatchObject([{ senderId: scene.inquirer.id, seq: 1, body: '네' }]);
    else expect(packets.at(-1)).toContain('"code":"INVALID"');
    expect(rows[0]?.createdAt.getUTCFullYear()).not.toBe(2000);
    expect(Object.keys(Object.prototype)).toEqual([]);
    socket.terminate();
  });

  it.each([
    ['a frame above one megabyte', `42/chat,["room:join","${'a'.repeat(1_000_001)}"]`],
    ['an event for a namespace that was not joined', '42/alerts,["alert:list",{}]'],
    ['a packet that the engine does not know', '9'],
  ])('%s ends its own connection and no other', async (_name, frame) => {
    const scene = await createScene(env);
    const other = await rt.connectAs(scene.author);
    const { socket } = await openRaw(scene);
    const closed = once(socket, 'close');
    socket.send(frame);
    await closed;
    expect(await ask(other, 'room:join', { roomId: scene.roomId })).toMatchObject({ ok: true });
  });

  it('a body above one megabyte is refused over long polling', async () => {
    const polling = `${rt.url}/socket.io/?EIO=4&transport=polling`;
    const opened = await (await fetch(polling)).text();
    const { sid } = JSON.parse(opened.slice(1)) as { sid: string };
    const answer = await fetch(`${polling}&sid=${sid}`, { method: 'POST', body: '4'.repeat(1_000_001) });
    expect(answer.status).toBe(413);
  });
});
