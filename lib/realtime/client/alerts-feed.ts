import type { ListAlertsInput, ReadAlertsInput } from '@/lib/features/alerts/schemas';
import type { ActionResult } from '@/lib/next/action-result';
import type { AlertPayload } from '@/lib/realtime/events';
import type { CountsStore } from './counts';
import type { Link } from './link';
import { listenerSet } from './listener-set';

export interface AlertsSnapshot {
  /** newest first; null until the list was opened once */
  alerts: readonly AlertPayload[] | null;
  nextCursor: string | null;
  isLoading: boolean;
  /** why the last load failed, in words */
  failure: string | null;
}

export interface AlertsFeed {
  snapshot(): AlertsSnapshot;
  subscribe(listener: () => void): () => void;
  /** First page, anew. */
  load(): Promise<void>;
  loadMore(): Promise<void>;
  read(input: ReadAlertsInput): Promise<void>;
  /** Each alert as it comes. */
  onArrival(listener: (alert: AlertPayload) => void): () => void;
  stop(): void;
}

export interface AlertsActions {
  listAlerts(
    input: ListAlertsInput,
  ): Promise<ActionResult<{ alerts: AlertPayload[]; nextCursor: string | null; unread: number }>>;
  readAlerts(input: ReadAlertsInput): Promise<ActionResult<{ unread: number }>>;
}

interface AlertsFeedParts {
  link: Link;
  counts: CountsStore;
  actions: AlertsActions;
  /** asks the server for the counts, soon */
  recount: () => void;
}

/** The list behind 「알림」. The server's list is the truth: it is read anew after any time away. */
export function createAlertsFeed({ link, counts, actions, recount }: AlertsFeedParts): AlertsFeed {
  const listeners = listenerSet();
  const arrivals = listenerSet<[AlertPayload]>();
  let current: AlertsSnapshot = { alerts: null, nextCursor: null, isLoading: false, failure: null };

  function set(change: Partial<AlertsSnapshot>) {
    current = { ...current, ...change };
    listeners.call();
  }

  async function fetchPage(cursor: string | undefined, before: readonly AlertPayload[]) {
    set({ isLoading: true, failure: null });
    const answer = await actions.listAlerts(cursor === undefined ? {} : { cursor }).catch(() => null);
    if (!answer?.ok) return set({ isLoading: false, failure: answer?.error.message ?? '' });
    const { alerts, nextCursor, unread } = answer.data;
    counts.set({ alerts: unread });
    set({ alerts: mergeAlerts(before, alerts), nextCursor, isLoading: false });
  }

  /** The count after a time without a connection; the list too, when somebody has opened it. */
  async function catchUp() {
    if (current.alerts !== null) return fetchPage(undefined, []);
    recount();
  }

  const stopListening = link.onAlerts({
    connect: () => void catchUp(),
    'alert:count': ({ unread }) => {
      counts.set({ alerts: unread });
    },
    'alert:new': (alert) => {
      if (current.alerts?.some(({ id }) => id === alert.id)) return;
      if (current.alerts) set({ alerts: mergeAlerts([alert], current.alerts) });
      arrivals.call(alert);
    },
  });

  return {
    snapshot: () => current,
    subscribe: listeners.add,
    load: () => fetchPage(undefined, []),
    async loadMore() {
      if (current.isLoading || !current.nextCursor) return;
      await fetchPage(current.nextCursor, current.alerts ?? []);
    },
    async read(input) {
      const before = current.alerts;
      if (before) set({ alerts: before.map((alert) => (isMeant(alert, input) ? asRead(alert) : alert)) });
      const answer = await actions.readAlerts(input).catch(() => null);
      if (answer?.ok) counts.set({ alerts: answer.data.unread });
      else if (before) set({ alerts: before, failure: answer?.error.message ?? '' });
    },
    onArrival: arrivals.add,
    stop: stopListening,
  };
}

/** Each alert once, newest first. */
export function mergeAlerts(a: readonly AlertPayload[], b: readonly AlertPayload[]): AlertPayload[] {
  const byId = new Map([...b, ...a].map((alert) => [alert.id, alert]));
  return [...byId.values()].sort((x, y) => compare(y.createdAt, x.createdAt) || compare(y.id, x.id));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function isMeant(alert: AlertPayload, input: ReadAlertsInput): boolean {
  if ('id' in input) return alert.id === input.id;
  return 'roomId' in input ? alert.roomId === input.roomId : true;
}

function asRead(alert: AlertPayload): AlertPayload {
  return alert.readAt ? alert : { ...alert, readAt: new Date().toISOString() };
}
