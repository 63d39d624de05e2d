import { countAlertsOf } from '@/lib/features/alerts/server/count-alerts';
import { hasSocket } from './has-socket';
import { userChannel } from './rooms';
import type { AnyNamespace } from './serve';
import type { AlertsNamespace, CreateContext } from './types';

/** Several alerts within this time are counted together. */
const PAUSE_MS = 40;

/**
 * Tells a member's sockets how many alerts are unread, counted after the commits that made them: transactions that race
 * would each count without the other's.
 */
export function createRecount(alerts: AlertsNamespace, createContext: CreateContext, canAsk: () => boolean) {
  const waiting = new Map<string, NodeJS.Timeout>();

  async function tell(userId: string) {
    waiting.delete(userId);
    const ctx = createContext({ kind: 'system' });
    try {
      const channel = userChannel(userId);
      if (!(await hasSocket(alerts as unknown as AnyNamespace, channel, canAsk))) return;
      alerts.in(channel).emit('alert:count', { unread: await countAlertsOf(ctx, userId) });
    } catch (error) {
      // The client asks by itself when no count follows.
      ctx.logger.warn({ err: error, requestId: ctx.requestId }, 'alerts could not be counted');
    }
  }

  return {
    recount(userId: string) {
      if (!waiting.has(userId))
        waiting.set(
          userId,
          setTimeout(() => void tell(userId), PAUSE_MS),
        );
    },
    stop() {
      for (const timer of waiting.values()) clearTimeout(timer);
      waiting.clear();
    },
  };
}
