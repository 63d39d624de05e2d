import { listAlerts } from '@/lib/features/alerts/server/list-alerts';
import { readAlerts } from '@/lib/features/alerts/server/read-alerts';
import type { AlertsClientEvents } from '@/lib/realtime/events';
import type { Handler } from '../answer-events';

/** Verbs take what the client sent as it is and parse it themselves; the casts only hand it over. */
export function alertsHandlers(): Record<keyof AlertsClientEvents, Handler> {
  return {
    'alert:list': (ctx, input) => listAlerts(ctx, input as never),
    'alert:read': (ctx, input) => readAlerts(ctx, input as never),
  };
}
