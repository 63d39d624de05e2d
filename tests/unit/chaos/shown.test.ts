import { createRoomSession, type RoomSession } from '@/lib/realtime/client/room-session';
import type { MessagePayload } from '@/lib/realtime/events';
import { countPushes } from '@/tests/chaos/pushes';
import { watchShown } from '@/tests/chaos/shown';

const message = (seq: number) => ({ id: `m${seq}`, seq }) as MessagePayload;

/** What is said of a screen that shows these, one after the other. */
function faultsOf(...screens: number[][]): string[] {
  let session: RoomSession = createRoomSession('room', 'viewer');
  const listeners: (() => void)[] = [];
  const faults = watchShown({
    snapshot: () => ({ session, room: null, isPartnerTyping: false, refusal: null }),
    subscribe: (listener) => {
      listeners.push(listener);
      return () => undefined;
    },
  });
  for (const seqs of screens) {
    session = { ...session, messages: seqs.map(message) };
    for (const listener of listeners) listener();
  }
  return faults;
}

describe('what a checker of the chaos tests says', () => {
  it('nothing of a thread that grows at its end, and before its beginning', () => {
    expect(faultsOf([], [5], [5, 6, 7], [3, 4, 5, 6, 7], [3, 4, 5, 6, 7, 8])).toEqual([]);
  });

  it.each([
    ['a gap', [[1], [1, 3]]],
    ['an inversion', [[1], [1, 3, 2]]],
    [
      'a doubled message',
      [
        [1, 2],
        [1, 2, 2],
      ],
    ],
    [
      'a message that is gone',
      [
        [1, 2, 3],
        [1, 3],
      ],
    ],
    ['a thread that is gone', [[1, 2, 3], []]],
    ['a gap before what was shown', [[5], [3, 5]]],
  ])('a word of %s', (_what, screens) => {
    expect(faultsOf(...screens)).toHaveLength(1);
  });

  it('how many pushes came late or twice over one connection; a new one begins anew', () => {
    const pushed = [1, 3, 2, 3].map((seq) => ({ connection: 1, message: message(seq) }));
    const again = [2, 3].map((seq) => ({ connection: 2, message: message(seq) }));
    expect(countPushes([{ pushed: [...pushed, ...again] }])).toEqual({ pushed: 6, late: 1, doubled: 1 });
  });
});
