import type { DefaultEventsMap, Namespace, Socket } from 'socket.io';
import type { Actor } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import type { SessionClaims } from '@/lib/features/auth/server/resolve-actor';
import type { Locale } from '@/lib/next/i18n/locale';
import type {
  AlertsClientEvents,
  AlertsServerEvents,
  ChatClientEvents,
  ChatServerEvents,
} from '@/lib/realtime/events';

/** What the server signed once, and until when it holds (epoch ms). */
export interface Session extends SessionClaims {
  endsAt: number;
}

/** What this process knows of one socket. */
export interface SocketData {
  session: Session;
  userId: string;
  locale: Locale;
  /** who that was when the database was last asked, epoch ms */
  actor: Actor;
  checkedAt: number;
}

export type ChatNamespace = Namespace<ChatClientEvents, ChatServerEvents, DefaultEventsMap, SocketData>;
export type AlertsNamespace = Namespace<AlertsClientEvents, AlertsServerEvents, DefaultEventsMap, SocketData>;
export type ChatSocket = Socket<ChatClientEvents, ChatServerEvents, DefaultEventsMap, SocketData>;
export type AlertsSocket = Socket<AlertsClientEvents, AlertsServerEvents, DefaultEventsMap, SocketData>;

export type CreateContext = (actor: Actor) => ServiceContext;
