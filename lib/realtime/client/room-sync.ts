import type { RoomView } from '@/lib/features/chat/views';
import type { ChatServerEvents, MessagePayload } from '@/lib/realtime/events';
import type { Link, Refusal } from './link';
import { listenerSet } from './listener-set';
import { GIVE_UP_MS, isTrying, nextToSend, type Outbox } from './outbox';
import { keepOutbox, type OutboxStore } from './outbox-store';
import { randomId } from './random-id';
import {
  advanceRoom,
  createRoomSession,
  isUnread,
  needsResync,
  type RoomSession,
  type RoomSessionEvent,
} from './room-session';
import { singleFlight } from './single-flight';

const ANSWER_MS = 8_000;
/** A page that was asleep checks its connection with a shorter patience. */
const JOIN_MS = 5_000;
const PAUSE_MS = 1_500;
const TYPING_SHOWN_MS = 4_000;
const TYPING_EVERY_MS = 2_500;

export interface RoomSnapshot {
  session: RoomSession;
  /** null until it was given or joined */
  room: RoomView | null;
  isPartnerTyping: boolean;
  /** why the room cannot be shown */
  refusal: Refusal | null;
}

export interface RoomSync {
  snapshot(): RoomSnapshot;
  subscribe(listener: () => void): () => void;
  /** What the server rendered: the room is there before the socket is. */
  seed(room: RoomView, messages: readonly MessagePayload[]): void;
  restore(kept: Outbox): void;
  write(body: string): void;
  retry(clientId: string): void;
  discard(clientId: string): void;
  /** @returns false when it could not be asked for */
  loadOlder(): Promise<boolean>;
  /** The person sees the room, or no longer does: joined means looking. */
  look(isLooking: boolean): void;
  isLooking(): boolean;
  tellTyping(): void;
  /** Asks for what is new, the room's rental included. */
  refresh(): void;
  /** Called by the chat client at each (re)connection. */
  connected(): void;
  handlers: ChatServerEvents;
}

export interface RoomSyncParts {
  roomId: string;
  viewerId: string;
  link: Link;
  store: OutboxStore;
  now?: () => number;
  newClientId?: () => string;
  /** The viewer has read up to `seq`. `isFreshLook`: something may have counted as unread until now. */
  onRead?: (seq: number, isFreshLook: boolean) => void;
}

/** Keeps one room in step with the server: joins, resumes by seq, sends in order, retries with the same clientId. */
export function createRoomSync(parts: RoomSyncParts): RoomSync {
  const { roomId, viewerId, link, store, now = Date.now, newClientId = randomId, onRead } = parts;
  const listeners = listenerSet();
  let current: RoomSnapshot = {
    session: createRoomSession(roomId, viewerId),
    room: null,
    isPartnerTyping: false,
    refusal: null,
  };
  let isLooking = false;
  let isJoined = false;
  /** Whoever looks anew has seen the alerts about this room as well, even if every message was read before. */
  let isFreshLook = false;
  let expiryTimer: ReturnType<typeof setTimeout> | undefined;
  let typingTimer: ReturnType<typeof setTimeout> | undefined;
  let typingToldAt = Number.NEGATIVE_INFINITY;

  function set(change: Partial<RoomSnapshot>) {
    current = { ...current, ...change };
    listeners.call();
  }

  function apply(event: RoomSessionEvent) {
    const before = current.session;
    const session = advanceRoom(before, event);
    if (session === before) return;
    keepOutbox(store, roomId, before.outbox, session.outbox);
    set({ session });
    clearTimeout(expiryTimer);
    if (isTrying(session.outbox)) expiryTimer = setTimeout(expire, untilExpiry(session.outbox, now()));
    if (needsResync(session) && isLooking) void sync();
    if (isLooking && isUnread(session)) void tellRead();
  }

  function expire() {
    apply({ type: 'tick', now: now() });
  }

  // Joins and leaves go one after the other: the server must never see them overtake each other.
  const sync = singleFlight(async () => {
    while (link.status() === 'up' && (isLooking || isJoined)) {
      if (isLooking) {
        if ((await join()) === 'done') return;
      } else {
        await link.request('room:leave', { roomId }, ANSWER_MS);
        isJoined = false;
      }
    }
  });

  async function join(): Promise<'done' | 'again'> {
    const { isLoaded, lastSeq } = current.session;
    const input = isLoaded ? { roomId, afterSeq: lastSeq } : { roomId };
    const answer = await link.request('room:join', input, JOIN_MS);
    if (!answer) {
      link.suspect();
      return 'done';
    }
    if (!answer.ok) {
      if (!isPassing(answer.error)) {
        set({ refusal: answer.error });
        return 'done';
      }
      await pause(PAUSE_MS);
      return 'again';
    }
    isJoined = true;
    const { room, messages, readSeq } = answer;
    set({ room, refusal: null });
    const { partnerReadSeq } = room;
    apply({ type: 'joined', answer: { messages, lastSeq: answer.lastSeq, readSeq, partnerReadSeq } });
    if (isFreshLook) void tellRead();
    if (!needsResync(current.session)) return isLooking ? 'done' : 'again';
    // No progress although something is missing: not faster than this.
    if (current.session.lastSeq === lastSeq) await pause(PAUSE_MS);
    return 'again';
  }

  const flush = singleFlight(async () => {
    while (link.status() === 'up') {
      const entry = nextToSend(current.session.outbox);
      if (!entry) return;
      const { clientId, body } = entry;
      const answer = await link.request('message:send', { roomId, clientId, body }, ANSWER_MS);
      if (!answer) return link.suspect();
      if (answer.ok) apply({ type: 'message', message: answer.message });
      else if (isPassing(answer.error)) await pause(PAUSE_MS);
      else apply({ type: 'refused', clientId, refusal: answer.error.message });
    }
  });

  const tellRead = singleFlight(async () => {
    while (isLooking && (isUnread(current.session) || isFreshLook) && link.status() === 'up') {
      const seq = current.session.lastSeq;
      const answer = await link.request('room:read', { roomId, seq }, ANSWER_MS);
      if (!answer?.ok) return;
      const wasFreshLook = isFreshLook;
      isFreshLook = false;
      apply({ type: 'read', userId: viewerId, seq });
      onRead?.(seq, wasFreshLook);
    }
  });

  return {
    snapshot: () => current,
    subscribe: listeners.add,
    seed(room, messages) {
      const { lastSeq, readSeq, partnerReadSeq } = room;
      set({ room, refusal: null });
      apply({ type: 'joined', answer: { messages, lastSeq, readSeq, partnerReadSeq } });
    },
    restore(kept) {
      apply({ type: 'restore', kept, now: now() });
      void flush();
    },
    write(body) {
      apply({ type: 'write', clientId: newClientId(), body, now: now() });
      typingToldAt = Number.NEGATIVE_INFINITY;
      void flush();
    },
    retry(clientId) {
      apply({ type: 'retry', clientId, now: now() });
      void flush();
    },
    discard: (clientId) => apply({ type: 'discard', clientId }),
    async loadOlder() {
      const beforeSeq = current.session.messages[0]?.seq;
      const answer = await link.request('message:list', { roomId, beforeSeq }, ANSWER_MS);
      if (!answer?.ok) return false;
      apply({ type: 'older', messages: answer.messages });
      return true;
    },
    look(next) {
      if (isLooking === next) return;
      isLooking = next;
      isFreshLook = next;
      void sync();
    },
    isLooking: () => isLooking,
    tellTyping() {
      if (now() - typingToldAt < TYPING_EVERY_MS || link.status() !== 'up') return;
      typingToldAt = now();
      void link.request('room:typing', { roomId }, ANSWER_MS);
    },
    refresh: () => void sync(),
    connected() {
      isJoined = false;
      apply({ type: 'connected', now: now() });
      void sync();
      void flush();
    },
    handlers: {
      'message:new': (message) => {
        if (message.senderId !== viewerId) set({ isPartnerTyping: false });
        apply({ type: 'message', message });
      },
      'room:read': ({ userId, seq }) => apply({ type: 'read', userId, seq }),
      'room:typing': ({ userId }) => {
        if (userId === viewerId) return;
        clearTimeout(typingTimer);
        typingTimer = setTimeout(() => set({ isPartnerTyping: false }), TYPING_SHOWN_MS);
        set({ isPartnerTyping: true });
      },
      'rental:changed': () => void sync(),
    },
  };
}

function untilExpiry(outbox: Outbox, now: number): number {
  const oldest = Math.min(...outbox.filter(({ status }) => status === 'sending').map(({ since }) => since));
  // Timers may fire a little early.
  return Math.max(0, oldest + GIVE_UP_MS - now) + 20;
}

function isPassing({ code }: Refusal): boolean {
  return code === 'RATE_LIMITED' || code === 'UNAVAILABLE';
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
