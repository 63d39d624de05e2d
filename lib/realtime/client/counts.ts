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
