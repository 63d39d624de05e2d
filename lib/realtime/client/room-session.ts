import type { MessagePayload, RoomReadPayload } from '@/lib/realtime/events';
import {
  addEntry,
  expireEntries,
  type Outbox,
  refuseEntry,
  removeEntry,
  restoreEntries,
  retryEntry,
  reviveUnanswered,
  settleEntries,
} from './outbox';

/**
 * What a member's screen knows of one room. A pure value: no socket, no clock, no DOM.
 * `messages` is always one run of seq without a gap, oldest first, each message once, whatever the network dropped,
 * doubled or reordered.
 */
export interface RoomSession {
  roomId: string;
  viewerId: string;
  /** false until the first answer to `room:join` */
  isLoaded: boolean;
  messages: readonly MessagePayload[];
  /** came before what precedes them: shown as soon as the gap is filled */
  ahead: readonly MessagePayload[];
  /** seq of the last of `messages`, 0 in an empty room: the `afterSeq` of the next join */
  lastSeq: number;
  /** the highest seq that the server is known to hold */
  serverSeq: number;
  /** up to where the viewer, and the partner, have read */
  readSeq: number;
  partnerReadSeq: number;
  outbox: Outbox;
}

export interface JoinedRoom {
  messages: readonly MessagePayload[];
  lastSeq: number;
  readSeq: number;
  partnerReadSeq: number;
}

export type RoomSessionEvent =
  /** answer to `room:join`, with or without `afterSeq` */
  | { type: 'joined'; answer: JoinedRoom }
  /** `message:new`, or the message in the answer to `message:send` */
  | { type: 'message'; message: MessagePayload }
  /** answer to `message:list` */
  | { type: 'older'; messages: readonly MessagePayload[] }
  | { type: 'read'; userId: string; seq: RoomReadPayload['seq'] }
  | { type: 'write'; clientId: string; body: string; now: number }
  | { type: 'restore'; kept: Outbox; now: number }
  | { type: 'refused'; clientId: string; refusal: string }
  | { type: 'retry'; clientId: string; now: number }
  | { type: 'discard'; clientId: string }
  | { type: 'connected'; now: number }
  | { type: 'tick'; now: number };

export function createRoomSession(roomId: string, viewerId: string): RoomSession {
  return {
    roomId,
    viewerId,
    isLoaded: false,
    messages: [],
    ahead: [],
    lastSeq: 0,
    serverSeq: 0,
    readSeq: 0,
    partnerReadSeq: 0,
    outbox: [],
  };
}

/** The session after an event; the very same object when the event told nothing new. */
export function advanceRoom(session: RoomSession, event: RoomSessionEvent): RoomSession {
  switch (event.type) {
    case 'joined':
      return join(session, event.answer);
    case 'message':
      return take(session, [event.message], event.message.seq);
    case 'older':
      return prepend(session, event.messages);
    case 'read':
      return read(session, event.userId, event.seq);
    case 'write':
      return withOutbox(session, addEntry(reviveUnanswered(session.outbox, event.now), event));
    case 'restore':
      return withOutbox(session, restoreEntries(session.outbox, settle(session, event.kept), event.now));
    case 'refused':
      return withOutbox(session, refuseEntry(session.outbox, event.clientId, event.refusal));
    case 'retry':
      return withOutbox(session, retryEntry(session.outbox, event.clientId, event.now));
    case 'discard':
      return withOutbox(session, removeEntry(session.outbox, event.clientId));
    case 'connected':
      return withOutbox(session, reviveUnanswered(session.outbox, event.now));
    case 'tick':
      return withOutbox(session, expireEntries(session.outbox, event.now));
  }
}

/** The server holds messages that are missing here: join again with `afterSeq: lastSeq`. */
export function needsResync(session: RoomSession): boolean {
  return session.isLoaded && session.lastSeq < session.serverSeq;
}

export function hasOlder(session: RoomSession): boolean {
  const first = session.messages[0];
  return first !== undefined && first.seq > 1;
}

/** Own seqs count as read by their writer. */
export function isUnread(session: RoomSession): boolean {
  return session.isLoaded && session.readSeq < session.lastSeq;
}

function join(session: RoomSession, answer: JoinedRoom): RoomSession {
  const first = answer.messages.reduce((least, { seq }) => Math.min(least, seq), Number.POSITIVE_INFINITY);
  // The first answer begins the run wherever it begins; a later one continues it.
  const base = session.isLoaded || first === Number.POSITIVE_INFINITY ? session.lastSeq : first - 1;
  return take(
    {
      ...session,
      isLoaded: true,
      lastSeq: base,
      readSeq: Math.max(session.readSeq, answer.readSeq),
      partnerReadSeq: Math.max(session.partnerReadSeq, answer.partnerReadSeq),
    },
    answer.messages,
    answer.lastSeq,
  );
}

/** Files messages under their seq: the run grows by what continues it, the rest waits. */
function take(session: RoomSession, incoming: readonly MessagePayload[], serverSeq: number): RoomSession {
  const ours = incoming.filter(({ roomId }) => roomId === session.roomId);
  const bySeq = missingBySeq(session, ours);
  const run = session.isLoaded ? takeRun(bySeq, session.lastSeq) : [];
  const ahead = [...bySeq.values()].sort((a, b) => a.seq - b.seq);
  const lastSeq = run.at(-1)?.seq ?? session.lastSeq;
  // Before the first answer nothing is shown yet, but what the server has stored need not be sent again; nor need what
  // was stored so long ago that the run begins behind it.
  const outbox = session.isLoaded
    ? settleEntries(
        session.outbox,
        session.viewerId,
        [...run, ...ours.filter(({ seq }) => seq <= lastSeq)],
        ahead,
      )
    : settleEntries(session.outbox, session.viewerId, ahead, []);
  const knownSeq = Math.max(session.serverSeq, serverSeq, lastSeq);
  const isNews =
    run.length > 0 ||
    ahead.length !== session.ahead.length ||
    outbox !== session.outbox ||
    knownSeq > session.serverSeq;
  if (!isNews) return session;
  const messages = run.length > 0 ? [...session.messages, ...run] : session.messages;
  return { ...session, messages, ahead, lastSeq, serverSeq: knownSeq, outbox };
}

function missingBySeq(
  session: RoomSession,
  incoming: readonly MessagePayload[],
): Map<number, MessagePayload> {
  const bySeq = new Map<number, MessagePayload>();
  for (const message of [...session.ahead, ...incoming]) {
    if (bySeq.has(message.seq)) continue;
    if (!session.isLoaded || message.seq > session.lastSeq) bySeq.set(message.seq, message);
  }
  return bySeq;
}

/** Takes out of the map whatever continues a run that ends at `lastSeq`. */
function takeRun(bySeq: Map<number, MessagePayload>, lastSeq: number): MessagePayload[] {
  const run: MessagePayload[] = [];
  for (let next = bySeq.get(lastSeq + 1); next; next = bySeq.get(next.seq + 1)) {
    run.push(next);
    bySeq.delete(next.seq);
  }
  return run;
}

function prepend(session: RoomSession, older: readonly MessagePayload[]): RoomSession {
  const bySeq = new Map(older.map((message) => [message.seq, message]));
  const run: MessagePayload[] = [];
  let first = session.messages[0]?.seq ?? 0;
  for (let message = bySeq.get(first - 1); message; message = bySeq.get(first - 1)) {
    run.unshift(message);
    first = message.seq;
  }
  return run.length > 0 ? { ...session, messages: [...run, ...session.messages] } : session;
}

function read(session: RoomSession, userId: string, seq: number): RoomSession {
  const field = userId === session.viewerId ? 'readSeq' : 'partnerReadSeq';
  return seq > session[field] ? { ...session, [field]: seq } : session;
}

function settle(session: RoomSession, outbox: Outbox): Outbox {
  return settleEntries(outbox, session.viewerId, session.messages, session.ahead);
}

function withOutbox(session: RoomSession, outbox: Outbox): RoomSession {
  return outbox === session.outbox ? session : { ...session, outbox };
}
