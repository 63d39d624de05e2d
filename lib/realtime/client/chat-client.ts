import type { MessagePayload } from '@/lib/realtime/events';
import type { Link } from './link';
import { listenerSet } from './listener-set';
import type { OutboxStore } from './outbox-store';
import { createRoomSync, type RoomSync } from './room-sync';

/** What has happened to the member's rooms. `isSeen`: counts are as they were, the member looks at that room. */
export type RoomsChange =
  | { type: 'message'; message: MessagePayload; isSeen: boolean }
  | { type: 'read'; roomId: string; seq: number; isSeen: boolean }
  /** anything: ask the server */
  | { type: 'unknown' };

export interface ChatClient {
  /** The room as this page knows it; the same object each time. */
  room(roomId: string): RoomSync;
  /** Lists of rooms have changed: a message came or went, something was read, the connection is back. */
  onRoomsChanged(listener: (change: RoomsChange) => void): () => void;
  stop(): void;
}

/** Every room of one member on one page. Unsent messages of rooms that nobody has opened go out as well. */
export function createChatClient(viewerId: string, link: Link, store: OutboxStore): ChatClient {
  const rooms = new Map<string, RoomSync>();
  const changed = listenerSet<[RoomsChange]>();

  function room(roomId: string): RoomSync {
    const known = rooms.get(roomId);
    if (known) return known;
    const opened = createRoomSync({
      roomId,
      viewerId,
      link,
      store,
      onRead: (seq, isFreshLook) => changed.call({ type: 'read', roomId, seq, isSeen: !isFreshLook }),
    });
    rooms.set(roomId, opened);
    const kept = store.load().filter((one) => one.roomId === roomId);
    if (kept.length > 0) opened.restore(kept.map(({ entry }) => entry));
    return opened;
  }

  const isLooking = (roomId: string) => rooms.get(roomId)?.isLooking() === true;

  const stops = [
    link.onStatus((status) => {
      if (status !== 'up') return;
      for (const { roomId } of store.load()) room(roomId);
      for (const opened of rooms.values()) opened.connected();
      changed.call({ type: 'unknown' });
    }),
    link.onWake(() => {
      for (const opened of rooms.values()) opened.refresh();
    }),
    link.onChat({
      'message:new': (message: MessagePayload) => {
        rooms.get(message.roomId)?.handlers['message:new'](message);
        const isSeen = message.senderId === viewerId || isLooking(message.roomId);
        changed.call({ type: 'message', message, isSeen });
      },
      'room:read': (payload) => {
        rooms.get(payload.roomId)?.handlers['room:read'](payload);
        const { userId, roomId, seq } = payload;
        if (userId === viewerId) changed.call({ type: 'read', roomId, seq, isSeen: isLooking(roomId) });
      },
      'room:typing': (payload) => rooms.get(payload.roomId)?.handlers['room:typing'](payload),
      'rental:changed': (payload) => {
        rooms.get(payload.roomId)?.handlers['rental:changed'](payload);
        changed.call({ type: 'unknown' });
      },
    }),
  ];

  return {
    room,
    onRoomsChanged: changed.add,
    stop: () => {
      for (const stop of stops) stop();
      for (const opened of rooms.values()) opened.look(false);
    },
  };
}
