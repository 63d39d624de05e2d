import type { Outbox, OutboxEntry } from './outbox';

/** Keeps unsent messages over reloads and closed laptops. */
export interface OutboxStore {
  load(): { roomId: string; entry: OutboxEntry }[];
  put(roomId: string, entry: OutboxEntry): void;
  remove(roomId: string, clientId: string): void;
}

const DAY_MS = 24 * 3_600_000;
/** What nobody came back for by then is not sent any more: it would come out of nowhere. */
const LONGEST_KEPT_MS = 7 * DAY_MS;

/** What the keys of a member's unsent messages begin with. */
export function outboxPrefix(viewerId: string): string {
  return `outbox/${viewerId}/`;
}

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/**
 * The outbox of one member in this browser. Each message has a key of its own, so that two tabs never write over each
 * other; both may send the same one, which its clientId makes harmless. Those of more than a week ago are dropped.
 */
export function createOutboxStore(viewerId: string, shelf: Shelf, now = () => Date.now()): OutboxStore {
  const prefix = outboxPrefix(viewerId);
  const keyOf = (roomId: string, clientId: string) => `${prefix}${roomId}/${clientId}`;
  return {
    load: () =>
      keysOf(shelf, prefix).flatMap((key) => {
        const [roomId = ''] = key.slice(prefix.length).split('/');
        const entry = readEntry(shelf.getItem(key));
        if (!entry) return [];
        if (now() - entry.writtenAt <= LONGEST_KEPT_MS) return [{ roomId, entry }];
        attempt(() => shelf.removeItem(key));
        return [];
      }),
    put: (roomId, entry) =>
      attempt(() => shelf.setItem(keyOf(roomId, entry.clientId), JSON.stringify(entry))),
    remove: (roomId, clientId) => attempt(() => shelf.removeItem(keyOf(roomId, clientId))),
  };
}

/** Brings the store from one state of a room's outbox to the next. */
export function keepOutbox(store: OutboxStore, roomId: string, before: Outbox, after: Outbox): void {
  if (before === after) return;
  const wanted = new Map(
    after.filter(({ status }) => status !== 'sent').map((entry) => [entry.clientId, entry]),
  );
  for (const { clientId } of before) if (!wanted.has(clientId)) store.remove(roomId, clientId);
  for (const entry of wanted.values()) if (!before.includes(entry)) store.put(roomId, entry);
}

function keysOf(shelf: Shelf, prefix: string): string[] {
  const keys = Array.from({ length: shelf.length }, (_, index) => shelf.key(index));
  return keys.filter((key): key is string => key?.startsWith(prefix) === true);
}

function readEntry(text: string | null): OutboxEntry | null {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return isEntry(value) ? value : null;
  } catch {
    return null;
  }
}

function isEntry(value: unknown): value is OutboxEntry {
  if (typeof value !== 'object' || value === null) return false;
  const entry = value as Partial<Record<keyof OutboxEntry, unknown>>;
  return (
    typeof entry.clientId === 'string' &&
    typeof entry.body === 'string' &&
    typeof entry.writtenAt === 'number' &&
    typeof entry.since === 'number' &&
    (entry.status === 'sending' || entry.status === 'failed') &&
    (entry.refusal === null || typeof entry.refusal === 'string')
  );
}

// A full or closed storage (private browsing) costs the safety net, not the message.
function attempt(write: () => void) {
  try {
    write();
  } catch {
    // kept in memory only
  }
}
