import fc from 'fast-check';
import type { Link, LinkStatus } from '@/lib/realtime/client/link';
import type { OutboxEntry } from '@/lib/realtime/client/outbox';
import { createOutboxStore, type OutboxStore } from '@/lib/realtime/client/outbox-store';
import { createRoomSync } from '@/lib/realtime/client/room-sync';
import type { MessagePayload } from '@/lib/realtime/events';
import { ME, messageOf, PARTNER, ROOM } from '@/tests/factories/messages';

/** Far more than any test below has to ask. */
const MOST_CALLS = 2_000;

/** A server of one room behind a line that may lose requests, answers and broadcasts. */
function unreliableServer(random: () => number) {
  const stored: MessagePayload[] = [];
  const calls: string[] = [];
  let status: LinkStatus = 'up';
  let isJoined = false;
  let push: (message: MessagePayload) => void = () => undefined;

  const answerTo = {
    'room:join': ({ afterSeq }: { afterSeq?: number }) => {
      isJoined = true;
      const messages = afterSeq === undefined ? stored.slice(-5) : stored.slice(afterSeq, afterSeq + 5);
      return { ok: true, room: { partnerReadSeq: 0 }, messages, lastSeq: stored.length, readSeq: 0 };
    },
    'room:leave': () => {
      isJoined = false;
      return { ok: true };
    },
    'room:read': () => ({ ok: true }),
    'message:send': (input: { clientId: string; body: string }) => ({
      ok: true,
      message: store(ME, input.clientId, input.body),
    }),
  };

  function store(senderId: string, clientId: string, body: string): MessagePayload {
    const known = stored.find((message) => message.senderId === senderId && message.clientId === clientId);
    if (known) return known;
    const message = messageOf(stored.length + 1, { senderId, clientId, body });
    stored.push(message);
    if (isJoined && status === 'up' && random() > 0.3) push(message);
    return message;
  }

  const link = {
    status: () => status,
    request: async (event: keyof typeof answerTo, input: never) => {
      calls.push(event);
      // Who asks without end would otherwise end only with the memory.
      if (status !== 'up' || calls.length > MOST_CALLS || random() < 0.15) return null;
      const answer = answerTo[event](input);
      await Promise.resolve();
      return random() < 0.15 ? null : answer;
    },
    suspect: () => {
      status = 'down';
      isJoined = false;
    },
    onStatus: () => () => undefined,
    onWake: () => () => undefined,
    onChat: () => () => undefined,
    onAlerts: () => () => undefined,
  } as unknown as Link;

  return {
    link,
    stored,
    calls,
    storeMine: (clientId: string, body: string) => store(ME, clientId, body),
    say: (body: string) => store(PARTNER, `p-${body}`, body),
    attach: (handler: typeof push) => {
      push = handler;
    },
    up: () => {
      status = 'up';
    },
    isJoined: () => isJoined,
  };
}

function memoryStore(): OutboxStore & { kept: Map<string, OutboxEntry> } {
  const kept = new Map<string, OutboxEntry>();
  return {
    kept,
    load: () => [...kept.values()].map((entry) => ({ roomId: ROOM, entry })),
    put: (_room, entry) => kept.set(entry.clientId, entry),
    remove: (_room, clientId) => kept.delete(clientId),
  };
}

const unsent = (clientId: string): OutboxEntry => ({
  clientId,
  body: '내일 뵐게요',
  writtenAt: 1,
  since: 1,
  status: 'sending',
  refusal: null,
});

const settle = async () => {
  for (let turn = 0; turn < 60; turn += 1) await Promise.resolve();
};

describe('a room over an unreliable line', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('shows both people’s messages once and in order, and stores what was written once, in order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        fc.array(fc.constantFrom('write', 'hear', 'reconnect', 'reload', 'hide', 'show'), { maxLength: 40 }),
        async (chances, steps) => {
          let isReliable = false;
          const chance = chances[Symbol.iterator]();
          const server = unreliableServer(() => (isReliable ? 0.9 : (chance.next().value ?? 0.5)));
          const store = memoryStore();
          let ids = 0;
          const open = () => {
            const sync = createRoomSync({
              roomId: ROOM,
              viewerId: ME,
              link: server.link,
              store,
              newClientId: () => `mine-${ids++}`,
            });
            server.attach(sync.handlers['message:new']);
            sync.restore(store.load().map(({ entry }) => entry));
            sync.look(true);
            return sync;
          };
          let room = open();
          let written = 0;
          for (const [index, step] of steps.entries()) {
            if (step === 'write') room.write(`w${written++}`);
            if (step === 'hear') server.say(`h${index}`);
            if (step === 'hide') room.look(false);
            if (step === 'show') room.look(true);
            if (step === 'reconnect') {
              server.up();
              room.connected();
            }
            if (step === 'reload') {
              room.look(false);
              room = open();
            }
            await settle();
          }
          isReliable = true;
          server.up();
          room.look(true);
          room.connected();
          await settle();
          await settle();

          expect(server.calls.length).toBeLessThan(MOST_CALLS);
          const { session } = room.snapshot();
          const shown = session.messages.map(({ seq }) => seq);
          expect(shown).toEqual(
            server.stored.slice(-shown.length || server.stored.length).map(({ seq }) => seq),
          );
          expect(session.lastSeq).toBe(server.stored.length);
          expect(session.outbox).toEqual([]);
          expect(store.kept.size).toBe(0);
          const mine = server.stored.filter(({ senderId }) => senderId === ME).map(({ body }) => body);
          expect(mine).toEqual(Array.from({ length: written }, (_, index) => `w${index}`));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('fails a message after half a minute without an answer and sends the same one again by hand', async () => {
    const server = unreliableServer(() => 0.9);
    server.link.suspect();
    const store = memoryStore();
    const room = createRoomSync({
      roomId: ROOM,
      viewerId: ME,
      link: server.link,
      store,
      newClientId: () => 'a',
    });
    room.write('안녕하세요');
    await jest.advanceTimersByTimeAsync(29_000);
    expect(room.snapshot().session.outbox).toMatchObject([{ status: 'sending' }]);
    await jest.advanceTimersByTimeAsync(1_500);
    expect(room.snapshot().session.outbox).toMatchObject([{ clientId: 'a', status: 'failed' }]);
    server.up();
    room.retry('a');
    await settle();
    expect(server.stored.map(({ clientId }) => clientId)).toEqual(['a']);
    expect(store.kept.size).toBe(0);
  });

  it('asks no more about a message that was stored so long ago that the room opens behind it', async () => {
    const server = unreliableServer(() => 0.9);
    const store = memoryStore();
    store.put(ROOM, { ...unsent('a'), body: '아직 안 갔나?' });
    server.storeMine('a', '아직 안 갔나?');
    for (let index = 0; index < 9; index += 1) server.say(`${index}`);
    const room = createRoomSync({ roomId: ROOM, viewerId: ME, link: server.link, store });
    room.look(true);
    await settle();
    room.restore(store.load().map(({ entry }) => entry));
    await settle();
    expect(server.calls.filter((event) => event === 'message:send')).toHaveLength(1);
    expect(room.snapshot().session.outbox).toEqual([]);
    expect(store.kept.size).toBe(0);
    expect(server.stored.filter(({ clientId }) => clientId === 'a')).toHaveLength(1);
  });

  it('leaves the room when nobody looks any more, even if that happens while it joins', async () => {
    const server = unreliableServer(() => 0.9);
    const room = createRoomSync({ roomId: ROOM, viewerId: ME, link: server.link, store: memoryStore() });
    room.look(true);
    room.look(false);
    await settle();
    expect(server.isJoined()).toBe(false);
    room.look(true);
    room.look(false);
    room.look(true);
    await settle();
    expect(server.isJoined()).toBe(true);
  });
});

describe('unsent messages in the browser', () => {
  it('belong to one member, and two tabs do not write over each other', () => {
    const shelf = memoryShelf();
    const now = () => unsent('a').writtenAt;
    const [tabA, tabB] = [createOutboxStore(ME, shelf, now), createOutboxStore(ME, shelf, now)];
    tabA.put(ROOM, unsent('a'));
    tabB.put(ROOM, unsent('b'));
    tabA.remove(ROOM, 'a');
    expect(tabA.load()).toEqual([{ roomId: ROOM, entry: unsent('b') }]);
    expect(createOutboxStore(PARTNER, shelf).load()).toEqual([]);
  });

  it('are dropped a week after they were written', () => {
    const shelf = memoryShelf();
    let now = unsent('a').writtenAt;
    const store = createOutboxStore(ME, shelf, () => now);
    store.put(ROOM, unsent('a'));
    now += 7 * 24 * 3_600_000;
    expect(store.load()).toHaveLength(1);
    now += 1;
    expect(store.load()).toEqual([]);
    expect(shelf.length).toBe(0);
  });

  it('that cannot be read are passed over', () => {
    const shelf = memoryShelf();
    shelf.setItem(`outbox/${ME}/${ROOM}/x`, '{"clientId":1}');
    shelf.setItem(`outbox/${ME}/${ROOM}/y`, 'not json');
    expect(createOutboxStore(ME, shelf).load()).toEqual([]);
  });

  it('stay in memory when the storage is closed', () => {
    const shelf = {
      ...memoryShelf(),
      setItem: () => {
        throw new Error('QuotaExceededError');
      },
    };
    expect(() => createOutboxStore(ME, shelf).put(ROOM, unsent('a'))).not.toThrow();
  });
});

function memoryShelf() {
  const values = new Map<string, string>();
  return {
    get length() {
      return values.size;
    },
    key: (index: number) => [...values.keys()][index] ?? null,
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
  };
}
