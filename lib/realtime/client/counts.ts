import { listenerSet } from './listener-set';

export interface Counts {
  alerts: number;
  messages: number;
}

/** The numbers on 「알림」 and 「채팅」: first from the server's page, then live. */
export interface CountsStore {
  get(): Counts;
  set(change: Partial<Counts>): void;
  subscribe(listener: () => void): () => void;
}

export function createCountsStore(initial: Counts): CountsStore {
  const listeners = listenerSet();
  let current = initial;
  return {
    get: () => current,
    set(change) {
      const next = { ...current, ...change };
      if (next.alerts === current.alerts && next.messages === current.messages) return;
      current = next;
      listeners.call();
    },
    subscribe: listeners.add,
  };
}

/** The counts as the server knows them now; null when it cannot be asked or the session has ended. */
export async function fetchCounts(): Promise<Counts | null> {
  try {
    const response = await fetch('/api/counts', { cache: 'no-store' });
    const body: unknown = response.ok ? await response.json() : null;
    return isCounts(body) ? body : null;
  } catch {
    return null;
  }
}

function isCounts(value: unknown): value is Counts {
  if (typeof value !== 'object' || value === null) return false;
  const { alerts, messages } = value as Partial<Counts>;
  return typeof alerts === 'number' && typeof messages === 'number';
}
