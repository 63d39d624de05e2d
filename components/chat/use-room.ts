'use client';

import { useEffect, useEffectEvent, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useMember } from '@/components/member/member-provider';
import type { RoomView } from '@/lib/features/chat/views';
import { advanceRoom, createRoomSession } from '@/lib/realtime/client/room-session';
import type { RoomSnapshot, RoomSync } from '@/lib/realtime/client/room-sync';
import type { MessagePayload } from '@/lib/realtime/events';

export interface RoomStart {
  room: RoomView;
  messages: MessagePayload[];
}

export interface OpenRoom {
  snapshot: RoomSnapshot;
  /** null until the live part of the page has come */
  sync: RoomSync | null;
  write(body: string): void;
}

/**
 * A room that somebody looks at for as long as this is mounted and the page is visible.
 *
 * @param start what the server rendered; null when the socket is to bring everything
 */
export function useRoom(roomId: string, start: RoomStart | null): OpenRoom {
  const { viewerId, realtime } = useMember();
  const [sync, setSync] = useState<RoomSync | null>(null);
  const early = useRef<string[]>([]);
  const first = useMemo(() => firstSnapshot(roomId, viewerId, start), [roomId, viewerId, start]);
  const seed = useEffectEvent((room: RoomSync) => start && room.seed(start.room, start.messages));

  useEffect(() => {
    if (!realtime) return;
    const room = realtime.chat.room(roomId);
    seed(room);
    setSync(room);
    for (const body of early.current.splice(0)) room.write(body);
    const look = () => room.look(document.visibilityState === 'visible');
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      room.look(false);
      setSync(null);
    };
  }, [realtime, roomId]);

  useEffect(() => {
    if (!sync || !start) return;
    sync.seed(start.room, start.messages);
    sync.refresh();
  }, [sync, start]);

  const snapshot = useSyncExternalStore(
    sync?.subscribe ?? subscribeNothing,
    sync?.snapshot ?? (() => first),
    () => first,
  );
  const write = (body: string) => (sync ? sync.write(body) : early.current.push(body));
  return { snapshot, sync, write };
}

const subscribeNothing = () => () => undefined;

function firstSnapshot(roomId: string, viewerId: string, start: RoomStart | null): RoomSnapshot {
  const empty = createRoomSession(roomId, viewerId);
  if (!start) return { session: empty, room: null, isPartnerTyping: false, refusal: null };
  const { lastSeq, readSeq, partnerReadSeq } = start.room;
  const answer = { messages: start.messages, lastSeq, readSeq, partnerReadSeq };
  const session = advanceRoom(empty, { type: 'joined', answer });
  return { session, room: start.room, isPartnerTyping: false, refusal: null };
}
