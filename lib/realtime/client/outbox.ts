import type { MessagePayload } from '@/lib/realtime/events';

/** An unanswered message is called failed this long after it was written (or sent again by hand). */
export const GIVE_UP_MS = 30_000;

/** A message of this member that the thread does not hold yet. */
export interface OutboxEntry {
  /** made once when it is written and kept for every try, so that a retry can never double it */
  clientId: string;
  body: string;
  /** by this device's clock, epoch ms */
  writtenAt: number;
  /** start of the present tries, epoch ms */
  since: number;
  /** sent: stored by the server, while messages before it are still on their way here */
  status: 'sending' | 'sent' | 'failed';
  /** why the server refused it, in words; null while nothing but silence came */
  refusal: string | null;
}

export type Outbox = readonly OutboxEntry[];

export function addEntry(outbox: Outbox, entry: { clientId: string; body: string; now: number }): Outbox {
  if (outbox.some(({ clientId }) => clientId === entry.clientId)) return outbox;
  const { clientId, body, now } = entry;
  return [...outbox, { clientId, body, writtenAt: now, since: now, status: 'sending', refusal: null }];
}

/** Entries kept from before a reload, in the order in which they were written; tries begin anew. */
export function restoreEntries(outbox: Outbox, kept: Outbox, now: number): Outbox {
  const known = new Set(outbox.map(({ clientId }) => clientId));
  const fresh = kept.filter(({ clientId }) => !known.has(clientId));
  if (fresh.length === 0) return outbox;
  const again = fresh.map((entry) => (entry.status === 'sending' ? { ...entry, since: now } : entry));
  return [...outbox, ...reviveUnanswered(again, now)].sort((a, b) => a.writtenAt - b.writtenAt);
}

export function removeEntry(outbox: Outbox, clientId: string): Outbox {
  return outbox.some((entry) => entry.clientId === clientId)
    ? outbox.filter((entry) => entry.clientId !== clientId)
    : outbox;
}

export function refuseEntry(outbox: Outbox, clientId: string, refusal: string): Outbox {
  return changeEntry(outbox, clientId, (entry) => ({ ...entry, status: 'failed', refusal }));
}

/** 「다시 보내기」: tries begin anew, with the same clientId; what waits unanswered before it goes first. */
export function retryEntry(outbox: Outbox, clientId: string, now: number): Outbox {
  const place = outbox.findIndex((entry) => entry.clientId === clientId);
  const before = new Set(outbox.slice(0, Math.max(0, place)).filter(isUnanswered));
  return mapChanged(outbox, (entry) => {
    const isMeant = entry.clientId === clientId && entry.status === 'failed';
    return isMeant || before.has(entry) ? { ...entry, status: 'sending', since: now, refusal: null } : entry;
  });
}

/** Connected again: whatever failed for want of an answer is sent; what the server refused waits for its writer. */
export function reviveUnanswered(outbox: Outbox, now: number): Outbox {
  return mapChanged(outbox, (entry) =>
    isUnanswered(entry) ? { ...entry, status: 'sending', since: now } : entry,
  );
}

export function expireEntries(outbox: Outbox, now: number): Outbox {
  return mapChanged(outbox, (entry) =>
    entry.status === 'sending' && now - entry.since >= GIVE_UP_MS ? { ...entry, status: 'failed' } : entry,
  );
}

/**
 * The one to send now: the oldest that is still trying. One at a time keeps the order, and so does waiting behind one that
 * nobody has answered: it is tried again with the next connection, the next message, or by hand. What the server refused
 * keeps nobody waiting.
 */
export function nextToSend(outbox: Outbox): OutboxEntry | null {
  const first = outbox.find((entry) => entry.status === 'sending' || isUnanswered(entry));
  return first?.status === 'sending' ? first : null;
}

export function isTrying(outbox: Outbox): boolean {
  return outbox.some(({ status }) => status === 'sending');
}

/** Takes out what the thread shows; marks as sent what is stored but lies beyond a gap. */
export function settleEntries(
  outbox: Outbox,
  viewerId: string,
  shown: readonly MessagePayload[],
  ahead: readonly MessagePayload[],
): Outbox {
  if (outbox.length === 0) return outbox;
  const shownIds = ownClientIds(shown, viewerId);
  const aheadIds = ownClientIds(ahead, viewerId);
  const left = outbox.filter(({ clientId }) => !shownIds.has(clientId));
  const marked = mapChanged(left, (entry) =>
    aheadIds.has(entry.clientId) && entry.status !== 'sent'
      ? { ...entry, status: 'sent', refusal: null }
      : entry,
  );
  return left.length === outbox.length && marked === left ? outbox : marked;
}

function isUnanswered(entry: OutboxEntry): boolean {
  return entry.status === 'failed' && entry.refusal === null;
}

function ownClientIds(messages: readonly MessagePayload[], viewerId: string): Set<string> {
  return new Set(messages.filter(({ senderId }) => senderId === viewerId).map(({ clientId }) => clientId));
}

function changeEntry(outbox: Outbox, clientId: string, change: (entry: OutboxEntry) => OutboxEntry): Outbox {
  return mapChanged(outbox, (entry) => (entry.clientId === clientId ? change(entry) : entry));
}

// The same array when nothing changed, so that nobody draws again for nothing.
function mapChanged(outbox: Outbox, change: (entry: OutboxEntry) => OutboxEntry): Outbox {
  const next = outbox.map(change);
  return next.some((entry, index) => entry !== outbox[index]) ? next : outbox;
}
