import type { Page } from '@/lib/core/page';
import type { RoomSummary } from '@/lib/features/chat/views';
import type { RoomsChange } from '@/lib/realtime/client/chat-client';

/**
 * The list of rooms after a change that tells enough, so that nobody asks the server at each message.
 *
 * @returns null when only the server knows: an unknown room, a gap, anything else than a message or a reading
 */
export function roomsAfter(
  page: Page<RoomSummary>,
  change: RoomsChange,
  viewerId: string,
): Page<RoomSummary> | null {
  if (change.type === 'unknown') return null;
  const roomId = change.type === 'message' ? change.message.roomId : change.roomId;
  const room = page.data.find(({ id }) => id === roomId);
  if (!room) return null;
  const next =
    change.type === 'message' ? withMessage(room, change, viewerId) : withReading(room, change.seq);
  if (next === null) return null;
  const data = page.data.map((one) => (one === room ? next : one));
  return { ...page, data: next.lastMessageAt === room.lastMessageAt ? data : data.sort(newestFirst) };
}

function withMessage(
  room: RoomSummary,
  { message, isSeen }: Extract<RoomsChange, { type: 'message' }>,
  viewerId: string,
): RoomSummary | null {
  if (message.seq <= room.lastSeq) return room;
  if (message.seq > room.lastSeq + 1) return null;
  const { seq, kind, body, event, createdAt } = message;
  const isMine = message.senderId === viewerId;
  return {
    ...room,
    last: { kind, body, event, isMine },
    lastMessageAt: createdAt,
    lastSeq: seq,
    unread: isSeen ? 0 : room.unread + 1,
  };
}

function withReading(room: RoomSummary, seq: number): RoomSummary {
  return { ...room, unread: Math.min(room.unread, Math.max(0, room.lastSeq - seq)) };
}

function newestFirst(one: RoomSummary, other: RoomSummary): number {
  return other.lastMessageAt.localeCompare(one.lastMessageAt) || other.id.localeCompare(one.id);
}
