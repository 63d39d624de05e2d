import { roomsAfter } from '@/components/chat/rooms-after';
import type { Page } from '@/lib/core/page';
import type { RoomSummary } from '@/lib/features/chat/views';
import type { MessagePayload } from '@/lib/realtime/events';

const page: Page<RoomSummary> = {
  data: [room('b', { lastSeq: 4, lastMessageAt: '2026-11-23T02:00:00.000Z' }), room('a', { unread: 2 })],
  nextCursor: 'further',
};

describe('the list of rooms after a change', () => {
  it('shows a new message and brings its room to the front', () => {
    const next = roomsAfter(page, message('a', 4, 'partner'), 'me');
    expect(next?.data.map(({ id, unread }) => [id, unread])).toEqual([
      ['a', 3],
      ['b', 0],
    ]);
    expect(next?.data[0]).toMatchObject({ last: { body: '안녕하세요', isMine: false }, lastSeq: 4 });
    expect(next?.nextCursor).toBe('further');
  });

  it('counts nothing as unread in a room that the member looks at or has just written in', () => {
    expect(roomsAfter(page, message('a', 4, 'partner', true), 'me')?.data[0]?.unread).toBe(0);
    const own = roomsAfter(page, message('a', 4, 'me', true), 'me');
    expect(own?.data[0]).toMatchObject({ id: 'a', unread: 0, last: { isMine: true } });
  });

  it('shows a message once, however often it is told', () => {
    const once = roomsAfter(page, message('a', 4, 'partner'), 'me');
    expect(once && roomsAfter(once, message('a', 4, 'partner'), 'me')?.data).toEqual(once?.data);
  });

  it('takes a reading into account, also one that is behind', () => {
    const readAll = roomsAfter(page, { type: 'read', roomId: 'a', seq: 3, isSeen: false }, 'me');
    expect(readAll?.data.find(({ id }) => id === 'a')?.unread).toBe(0);
    const readOne = roomsAfter(page, { type: 'read', roomId: 'a', seq: 2, isSeen: false }, 'me');
    expect(readOne?.data.find(({ id }) => id === 'a')?.unread).toBe(1);
  });

  it('leaves to the server what it cannot know', () => {
    expect(roomsAfter(page, message('a', 6, 'partner'), 'me')).toBeNull();
    expect(roomsAfter(page, message('unknown', 1, 'partner'), 'me')).toBeNull();
    expect(roomsAfter(page, { type: 'unknown' }, 'me')).toBeNull();
  });

  it('changes nothing in the list it was given', () => {
    roomsAfter(page, message('a', 4, 'partner'), 'me');
    expect(page.data.map(({ id, unread }) => [id, unread])).toEqual([
      ['b', 0],
      ['a', 2],
    ]);
  });
});

function room(id: string, overrides: Partial<RoomSummary>): RoomSummary {
  return {
    id,
    item: { id: `item-${id}`, title: '전동 드릴', cover: null, isGone: false },
    partner: { id: 'partner', nickname: '이웃', avatarUrl: null },
    isLender: true,
    last: null,
    lastMessageAt: '2026-11-23T01:00:00.000Z',
    lastSeq: 3,
    unread: 0,
    ...overrides,
  };
}

function message(roomId: string, seq: number, senderId: string, isSeen = false) {
  const payload: MessagePayload = {
    id: `${roomId}-${seq}`,
    roomId,
    seq,
    clientId: `client-${seq}`,
    senderId,
    kind: 'TEXT',
    body: '안녕하세요',
    event: null,
    createdAt: '2026-11-23T03:00:00.000Z',
  };
  return { type: 'message' as const, message: payload, isSeen };
}
