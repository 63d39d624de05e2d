import type { ActionResult } from '@/lib/next/action-result';
import { type AlertsActions, createAlertsFeed, mergeAlerts } from '@/lib/realtime/client/alerts-feed';
import { createCountsStore } from '@/lib/realtime/client/counts';
import type { Link } from '@/lib/realtime/client/link';
import type { AlertPayload } from '@/lib/realtime/events';
import { ROOM } from '@/tests/factories/messages';

const alertOf = (n: number, readAt: string | null = null): AlertPayload => ({
  id: `alert-${n}`,
  kind: 'MESSAGE',
  roomId: ROOM,
  title: '전동 드릴',
  sender: '은빛이웃',
  createdAt: new Date(Date.UTC(2026, 10, 3, 0, n)).toISOString(),
  readAt,
});

/** A server with these alerts, newest first, two a page. */
function setUp(alerts: AlertPayload[]) {
  let heard: Parameters<Link['onAlerts']>[0] = {};
  const counts = createCountsStore({ alerts: 0, messages: 0 });
  const unread = () => alerts.filter(({ readAt }) => readAt === null).length;
  const ok = async <T>(data: T): Promise<ActionResult<T>> => ({ ok: true, data });
  const link = {
    onAlerts: (listeners: typeof heard) => {
      heard = listeners;
      return () => undefined;
    },
  } as unknown as Link;
  const recount = () => counts.set({ alerts: unread() });
  const actions: AlertsActions = {
    listAlerts: ({ cursor, limit = 2 }) => {
      const from = Number(cursor ?? 0);
      const page = alerts.slice(from, from + limit);
      return ok({
        alerts: page,
        nextCursor: from + limit < alerts.length ? String(from + limit) : null,
        unread: unread(),
      });
    },
    readAlerts: () => ok({ unread: 0 }),
  };
  const feed = createAlertsFeed({ link, counts, actions, recount });
  return { feed, counts, heard: () => heard };
}

const ids = (feed: ReturnType<typeof setUp>['feed']) => feed.snapshot().alerts?.map(({ id }) => id);

describe('the list behind 알림', () => {
  it('is not fetched before somebody opens it', () => {
    expect(setUp([alertOf(1)]).feed.snapshot().alerts).toBeNull();
  });

  it('pages, and puts what arrives in front once, in time order', async () => {
    const { feed, heard } = setUp([alertOf(3), alertOf(2), alertOf(1)]);
    await feed.load();
    await feed.loadMore();
    heard()['alert:new']?.(alertOf(4));
    heard()['alert:new']?.(alertOf(4));
    feed.stop();
    expect(ids(feed)).toEqual(['alert-4', 'alert-3', 'alert-2', 'alert-1']);
  });

  it('takes the count from the server when the connection is back', async () => {
    const { counts, heard } = setUp([alertOf(2), alertOf(1), alertOf(0, '2026-11-03T00:00:00Z')]);
    heard().connect?.();
    await new Promise(process.nextTick);
    expect(counts.get().alerts).toBe(2);
  });

  it('marks all of them read at once', async () => {
    const { feed, counts } = setUp([alertOf(2), alertOf(1)]);
    await feed.load();
    await feed.read({ all: true });
    expect(feed.snapshot().alerts?.every(({ readAt }) => readAt !== null)).toBe(true);
    expect(counts.get().alerts).toBe(0);
  });

  it('orders alerts of one moment by id, newest first', () => {
    const [a, b] = [alertOf(1), { ...alertOf(1), id: 'alert-9' }];
    expect(mergeAlerts([a], [b]).map(({ id }) => id)).toEqual(['alert-9', 'alert-1']);
  });
});
