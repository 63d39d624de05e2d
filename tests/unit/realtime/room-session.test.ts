import fc from 'fast-check';
import { GIVE_UP_MS, nextToSend } from '@/lib/realtime/client/outbox';
import {
  advanceRoom,
  createRoomSession,
  hasOlder,
  needsResync,
  type RoomSession,
  type RoomSessionEvent,
} from '@/lib/realtime/client/room-session';
import type { MessagePayload } from '@/lib/realtime/events';
import { ME, messageOf, messagesOf, PARTNER, ROOM } from '@/tests/factories/messages';

const play = (session: RoomSession, ...events: RoomSessionEvent[]) => events.reduce(advanceRoom, session);
const empty = () => createRoomSession(ROOM, ME);
const answer = (messages: MessagePayload[], lastSeq: number, read = { readSeq: 0, partnerReadSeq: 0 }) =>
  ({ type: 'joined', answer: { messages, lastSeq, ...read } }) as const;
const arrives = (message: MessagePayload) => ({ type: 'message', message }) as const;
const seqs = (session: RoomSession) => session.messages.map(({ seq }) => seq);
const loaded = (to: number) => play(empty(), answer(messagesOf(1, to), to));
const write = (clientId: string, now = 0) => ({ type: 'write', clientId, body: clientId, now }) as const;

describe('messages of a room', () => {
  it('begins with whatever the first answer brings', () => {
    const session = play(empty(), answer(messagesOf(51, 100), 100));
    expect(seqs(session)).toEqual(messagesOf(51, 100).map(({ seq }) => seq));
    expect(hasOlder(session)).toBe(true);
    expect(needsResync(session)).toBe(false);
  });

  it('continues with new messages in order', () => {
    expect(seqs(play(loaded(2), arrives(messageOf(3)), arrives(messageOf(4))))).toEqual([1, 2, 3, 4]);
  });

  it('shows a message once however often it comes, and does not change for it', () => {
    const session = loaded(3);
    expect(advanceRoom(session, arrives(messageOf(3)))).toBe(session);
    expect(advanceRoom(session, arrives(messageOf(1)))).toBe(session);
  });

  it('holds back what came before its predecessors, and asks for those', () => {
    const session = play(loaded(2), arrives(messageOf(5)));
    expect(seqs(session)).toEqual([1, 2]);
    expect(needsResync(session)).toBe(true);
    const resynced = play(session, answer([messageOf(3), messageOf(4), messageOf(5)], 5));
    expect(seqs(resynced)).toEqual([1, 2, 3, 4, 5]);
    expect(needsResync(resynced)).toBe(false);
  });

  it('asks again when an answer was cut at the page size', () => {
    const session = play(loaded(1), answer(messagesOf(2, 201), 500));
    expect(needsResync(session)).toBe(true);
    expect(session.lastSeq).toBe(201);
  });

  it('keeps a message that overtakes the first answer', () => {
    const session = play(empty(), arrives(messageOf(3)), answer(messagesOf(1, 2), 2));
    expect(seqs(session)).toEqual([1, 2, 3]);
  });

  it('is never taken back by a late, older answer', () => {
    const session = play(loaded(5), answer(messagesOf(2, 4), 4));
    expect(seqs(session)).toEqual([1, 2, 3, 4, 5]);
    expect(needsResync(session)).toBe(false);
  });

  it('starts an empty room at its first message', () => {
    expect(seqs(play(empty(), answer([], 0), arrives(messageOf(1))))).toEqual([1]);
  });

  it('ignores messages of another room', () => {
    const stray = messageOf(4, { roomId: '00000000-0000-7000-8000-0000000000bb' });
    expect(seqs(play(loaded(3), arrives(stray)))).toEqual([1, 2, 3]);
  });

  it('puts older pages in front, without a gap or a double', () => {
    const session = play(empty(), answer(messagesOf(51, 60), 60));
    const older = play(session, { type: 'older', messages: messagesOf(31, 52) });
    expect(seqs(older)).toEqual(messagesOf(31, 60).map(({ seq }) => seq));
    const gapped = play(older, { type: 'older', messages: messagesOf(1, 29) });
    expect(gapped).toBe(older);
  });
});

describe('messages of one’s own', () => {
  it('wait in the outbox until the thread has them', () => {
    const sending = play(loaded(1), write('a'));
    expect(nextToSend(sending.outbox)?.clientId).toBe('a');
    const sent = play(sending, arrives(messageOf(2, { senderId: ME, clientId: 'a' })));
    expect(sent.outbox).toEqual([]);
    expect(seqs(sent)).toEqual([1, 2]);
  });

  it('count as sent while a gap before them is still open', () => {
    const session = play(loaded(1), write('a'), arrives(messageOf(3, { senderId: ME, clientId: 'a' })));
    expect(session.outbox).toMatchObject([{ clientId: 'a', status: 'sent' }]);
    expect(nextToSend(session.outbox)).toBeNull();
    expect(play(session, arrives(messageOf(2))).outbox).toEqual([]);
  });

  it('are not settled by a partner’s message of the same clientId', () => {
    const session = play(loaded(1), write('a'), arrives(messageOf(2, { senderId: PARTNER, clientId: 'a' })));
    expect(session.outbox).toHaveLength(1);
  });

  it('fail when no answer came in time, and go out again by hand with the same clientId', () => {
    const failed = play(loaded(0), write('a', 1_000), { type: 'tick', now: 1_000 + GIVE_UP_MS });
    expect(failed.outbox).toMatchObject([{ status: 'failed', refusal: null }]);
    expect(nextToSend(failed.outbox)).toBeNull();
    const again = play(failed, { type: 'retry', clientId: 'a', now: 90_000 });
    expect(nextToSend(again.outbox)).toMatchObject({ clientId: 'a', since: 90_000, writtenAt: 1_000 });
  });

  it('do not fail a moment too early', () => {
    const session = play(loaded(0), write('a', 1_000));
    expect(advanceRoom(session, { type: 'tick', now: 999 + GIVE_UP_MS })).toBe(session);
  });

  it('go out by themselves after a reconnect, unless the server refused them', () => {
    const session = play(
      loaded(0),
      write('lost'),
      write('refused'),
      { type: 'refused', clientId: 'refused', refusal: '너무 길어요' },
      { type: 'tick', now: GIVE_UP_MS },
      { type: 'connected', now: 99_000 },
    );
    expect(session.outbox).toMatchObject([
      { clientId: 'lost', status: 'sending', since: 99_000 },
      { clientId: 'refused', status: 'failed', refusal: '너무 길어요' },
    ]);
  });

  it('wait behind one that nobody has answered: what was written first is stored first', () => {
    const late = { type: 'tick', now: 1_000 + GIVE_UP_MS } as const;
    const session = play(loaded(0), write('a', 1_000), write('b', 20_000), late);
    expect(session.outbox).toMatchObject([{ status: 'failed' }, { status: 'sending' }]);
    expect(nextToSend(session.outbox)).toBeNull();
    const written = play(session, write('c', 40_000));
    expect(written.outbox.map(({ clientId }) => clientId)).toEqual(['a', 'b', 'c']);
    expect(nextToSend(written.outbox)).toMatchObject({ clientId: 'a', since: 40_000 });
  });

  it('by hand go out together with those before them', () => {
    const late = { type: 'tick', now: 90_000 } as const;
    const failed = play(loaded(0), write('a', 1_000), write('b', 2_000), write('c', 3_000), late);
    const again = play(failed, { type: 'retry', clientId: 'b', now: 99_000 });
    expect(again.outbox.map(({ status }) => status)).toEqual(['sending', 'sending', 'failed']);
    expect(nextToSend(again.outbox)?.clientId).toBe('a');
  });

  it('a refused one does not hold up the next', () => {
    const refused = { type: 'refused', clientId: 'a', refusal: 'no' } as const;
    expect(nextToSend(play(loaded(0), write('a'), write('b'), refused).outbox)?.clientId).toBe('b');
  });

  it('a late answer settles even a message that was called failed', () => {
    const failed = play(loaded(0), write('a'), { type: 'tick', now: GIVE_UP_MS });
    expect(play(failed, arrives(messageOf(1, { senderId: ME, clientId: 'a' }))).outbox).toEqual([]);
  });

  it('come back after a reload in the order of writing, without what the thread already has', () => {
    const kept = play(loaded(0), write('a', 1), write('b', 2), write('c', 3)).outbox;
    const stored = messageOf(1, { senderId: ME, clientId: 'a' });
    const reloaded = play(empty(), answer([stored], 1), { type: 'restore', kept, now: 9 });
    expect(reloaded.outbox.map(({ clientId }) => clientId)).toEqual(['b', 'c']);
    expect(advanceRoom(reloaded, { type: 'restore', kept, now: 9 })).toBe(reloaded);
  });

  it('leave when they are discarded', () => {
    expect(play(loaded(0), write('a'), { type: 'discard', clientId: 'a' }).outbox).toEqual([]);
  });
});

describe('read marks', () => {
  it('only grow, each for its own reader', () => {
    const session = play(
      loaded(5),
      { type: 'read', userId: ME, seq: 4 },
      { type: 'read', userId: ME, seq: 2 },
      { type: 'read', userId: PARTNER, seq: 3 },
    );
    expect(session).toMatchObject({ readSeq: 4, partnerReadSeq: 3 });
  });
});

describe('whatever the network does', () => {
  const SIZE = 40;
  const all = messagesOf(1, SIZE).map((message) =>
    message.seq % 3 === 0 ? { ...message, senderId: ME } : message,
  );
  /** Which of the messages come, in which order, doubled at will; -1 stands for a resync at that moment. */
  const delivery = fc.array(fc.integer({ min: -1, max: SIZE }), { maxLength: 200 });

  it('the thread stays one run without gap or double, and a resync completes it', () => {
    fc.assert(
      fc.property(delivery, fc.integer({ min: 0, max: SIZE }), (steps, start) => {
        let session = play(empty(), answer(all.slice(0, start), start));
        for (const message of all) {
          if (message.senderId === ME) session = advanceRoom(session, write(message.clientId));
        }
        const resync = (page: number) => {
          const { lastSeq } = session;
          session = advanceRoom(session, answer(all.slice(lastSeq, lastSeq + page), SIZE));
        };
        for (const step of steps) {
          const message = all[step - 1];
          if (message) session = advanceRoom(session, arrives(message));
          else if (step === -1) resync(7);
          expectRun(session);
        }
        for (let page = 0; page <= SIZE / 7 + 1 && (needsResync(session) || page === 0); page += 1) resync(7);
        expect(seqs(session)).toEqual(all.map(({ seq }) => seq));
        // What was shown before it was written leaves when it comes once more.
        const silent = all
          .slice(0, start)
          .filter(({ seq, senderId }) => senderId === ME && !steps.includes(seq));
        expect(session.outbox.map(({ clientId }) => clientId)).toEqual(
          silent.map(({ clientId }) => clientId),
        );
      }),
    );
  });

  function expectRun(session: RoomSession) {
    const [first] = session.messages;
    session.messages.forEach(({ seq }, index) => {
      expect(seq).toBe((first?.seq ?? 0) + index);
    });
    expect(session.messages.at(-1)?.seq ?? session.lastSeq).toBe(session.lastSeq);
    expect(session.ahead.every(({ seq }) => seq > session.lastSeq + 1)).toBe(true);
    const shown = new Set(session.messages.map(({ clientId }) => clientId));
    const waiting = session.outbox.filter(({ status }) => status === 'sent');
    expect(waiting.some(({ clientId }) => shown.has(clientId))).toBe(false);
  }
});
