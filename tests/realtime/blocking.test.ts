import { setTimeout as sleep } from 'node:timers/promises';
import type { Socket } from 'socket.io-client';
import { blockMember } from '@/lib/features/blocks/server/block-member';
import { acceptRental } from '@/lib/features/rentals/server/accept-rental';
import { cancelRental } from '@/lib/features/rentals/server/cancel-rental';
import { endRental } from '@/lib/features/rentals/server/end-rental';
import { requestRental } from '@/lib/features/rentals/server/request-rental';
import { createScene, DAY_MS } from '@/tests/factories/scenes';
import { ask, next, record, useRealtime } from '@/tests/support/realtime-env';
import { useTestEnv } from '@/tests/support/test-env';

const UNTIL_IT_WOULD_HAVE_COME_MS = 150;

describe('blocking, for those whose sockets are in the room', () => {
  const env = useTestEnv();
  const rt = useRealtime(env);

  /** Author and inquirer with the room open, and one message of each. */
  async function conversation() {
    const scene = await createScene(env);
    const { roomId } = scene;
    const [a, b] = [await rt.connectAs(scene.author), await rt.connectAs(scene.inquirer)];
    for (const socket of [a, b]) {
      await ask(socket, 'room:join', { roomId });
      await ask(socket, 'message:send', { roomId, clientId: 'first', body: '안녕하세요' });
    }
    const block = () => blockMember(rt.ctx(scene.author), { memberId: scene.inquirer.id });
    return { ...scene, a, b, block };
  }

  const rentFrom = (fromMs: number) => ({
    startsAt: new Date(Date.now() + fromMs).toISOString(),
    endsAt: new Date(Date.now() + fromMs + DAY_MS).toISOString(),
  });

  /** What either does from now on reaches nobody but themselves. */
  async function expectSilence(one: Socket, other: Socket, roomId: string) {
    for (const [doer, witness] of [
      [one, other],
      [other, one],
    ] as const) {
      const seen = record(witness);
      await ask(doer, 'room:typing', { roomId });
      expect(await ask(doer, 'room:read', { roomId, seq: 100 })).toMatchObject({ ok: true });
      const sent = await ask(doer, 'message:send', { roomId, clientId: 'late', body: '계세요?' });
      expect(sent).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
      await sleep(UNTIL_IT_WOULD_HAVE_COME_MS);
      expect(seen).toEqual([]);
      witness.offAny();
    }
  }

  it('from the answer on neither typing, reading nor a message reaches the other', async () => {
    const { a, b, roomId, block } = await conversation();
    await block();
    await expectSilence(a, b, roomId);
  });

  it('who joins again hears nothing, and is not told how far the other has read', async () => {
    const { a, b, roomId, block, inquirer } = await conversation();
    await block();
    await ask(a, 'room:read', { roomId, seq: 2 });
    for (const socket of [a, b, await rt.connectAs(inquirer)]) {
      const answer = await ask(socket, 'room:join', { roomId });
      expect(answer).toMatchObject({ ok: true, room: { canWrite: false, partnerReadSeq: 0 } });
    }
    await expectSilence(a, b, roomId);
  });

  it('one’s own other screens still hear what one has read', async () => {
    const { a, roomId, block, author } = await conversation();
    const screen = await rt.connectAs(author);
    await block();
    const heard = next(screen, 'room:read');
    await ask(a, 'room:read', { roomId, seq: 2 });
    expect(await heard).toEqual({ roomId, userId: author.id, seq: 2 });
  });

  it.each([
    ['is on rent, until it has come back', 0],
    ['is booked, until that is called off', DAY_MS],
  ])('goes on while a thing %s', async (_name, fromMs) => {
    const { a, b, roomId, block, author, inquirer } = await conversation();
    const { id: rentalId } = await requestRental(rt.ctx(inquirer), { roomId, ...rentFrom(fromMs) });
    await acceptRental(rt.ctx(author), { rentalId });
    await block();
    const heard = Promise.all([next(b, 'room:typing'), next(a, 'message:new'), next(b, 'room:read')]);
    await ask(a, 'room:typing', { roomId });
    expect(await ask(b, 'message:send', { roomId, clientId: 'back', body: '언제요?' })).toMatchObject({
      ok: true,
    });
    await ask(a, 'room:read', { roomId, seq: 100 });
    await heard;
    const end = fromMs === 0 ? endRental : cancelRental;
    const told = Promise.all([a, b].map((socket) => next(socket, 'rental:changed')));
    await end(rt.ctx(author), { rentalId });
    await told;
    await expectSilence(a, b, roomId);
  });

  it('a socket that stayed in the room on another process hears nothing either', async () => {
    const { a, b, roomId, author, inquirer } = await conversation();
    // As while the processes cannot reach each other: the block is stored, and no socket hears of it.
    await blockMember(env.ctx(author), { memberId: inquirer.id });
    await expectSilence(a, b, roomId);
  });

  it('who joins at the moment of the block is not left in the room', async () => {
    const { author, inquirer, roomId } = await createScene(env);
    const b = await rt.connectAs(inquirer);
    const joined = await env.db.$transaction(async (held) => {
      await held.$executeRaw`LOCK TABLE "Message" IN ACCESS EXCLUSIVE MODE`;
      const joining = ask(b, 'room:join', { roomId });
      await untilWaiting();
      await blockMember(rt.ctx(author), { memberId: inquirer.id });
      return { joining };
    });
    expect(await joined.joining).toMatchObject({ ok: true, room: { canWrite: true } });
    expect(await rt.realtime.presence.isPartnerInRoom(author.id, roomId)).toBe(false);
  });

  /** The room was read, its messages are waited for. */
  async function untilWaiting() {
    for (;;) {
      const [row] = await env.db.$queryRaw<{ waiting: number }[]>`
        SELECT count(*)::int AS "waiting" FROM pg_locks WHERE NOT granted
          AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
      if (row?.waiting) return;
      await sleep(5);
    }
  }
});
