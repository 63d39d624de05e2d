import type { Socket as TcpSocket } from 'node:net';
import { createScene } from '@/tests/factories/scenes';
import { ask, next, useRealtime } from '@/tests/support/realtime-env';
import { useTestEnv } from '@/tests/support/test-env';
import { until } from '@/tests/support/torture-chat';

describe('a connection that takes nothing', () => {
  const env = useTestEnv();
  const rt = useRealtime(env);

  it('is ended when too much waits for it, and nobody else is', async () => {
    const { author, inquirer, roomId } = await createScene(env);
    const slow = await rt.connectAs(author);
    const other = await rt.connectAs(inquirer);
    const { ws } = slow.io.engine.transport as unknown as { ws: { _socket: TcpSocket } };
    ws._socket.pause();
    const message = {
      id: roomId,
      roomId,
      seq: 1,
      clientId: 'x',
      senderId: inquirer.id,
      kind: 'TEXT' as const,
      body: '가'.repeat(1_000),
      event: null,
      createdAt: new Date().toISOString(),
    };
    for (let burst = 0; burst < 200 && rt.realtime.sockets().chat === 2; burst += 1) {
      const events = Array.from({ length: 100 }, () => ({
        type: 'message.stored' as const,
        roomId,
        memberIds: [author.id],
        message,
      }));
      rt.realtime.publish(events);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await until(() => rt.realtime.sockets().chat === 1);
    expect(await ask(other, 'room:join', { roomId })).toMatchObject({ ok: true });
    const gone = next(slow, 'disconnect');
    ws._socket.resume();
    await gone;
  }, 30_000);
});
