import { randomBytes } from 'node:crypto';
import type { Server as HttpServer, IncomingMessage } from 'node:http';
import { Server, type ServerOptions } from 'socket.io';
import type { DomainEvent } from '@/lib/core/events';
import { getMeter } from '@/lib/core/meter';
import { noteForeignOrigin } from '@/lib/core/note-refusal';
import { endSlowReaders } from './end-slow-readers';
import { createMemberRates } from './event-rates';
import { createGate } from './gate';
import { alertsHandlers } from './handlers/alerts';
import { chatHandlers } from './handlers/chat';
import { hasSocket } from './has-socket';
import { type Hub, setHub } from './hub';
import { createJoinAnew } from './join-anew';
import { isAllowedOrigin } from './origin';
import { publishEvent } from './publish';
import { createRecount } from './recount';
import { lookingChannel, roomChannel } from './rooms';
import { type AnyNamespace, serve } from './serve';
import { tolerantParser } from './tolerant-parser';
import type { AlertsNamespace, ChatNamespace, CreateContext } from './types';
import { ALONE, watchProcesses } from './watch-processes';
import { watchSessions } from './watch-sessions';

export interface RealtimeOptions {
  httpServer: HttpServer;
  createContext: CreateContext;
  /** of next-auth */
  sessionSecret: string;
  /** scheme, host and port under which the product is reached */
  publicOrigin: string;
  /** joins this process with others; alone without it */
  cluster?: {
    adapter: ServerOptions['adapter'];
    isReady(): boolean;
    /** after a time in which what was pushed between the processes may have been lost */
    onBack?(listener: () => void): void;
  };
  /** what ids of sessions begin with, where several processes share a port */
  sessionPrefix?: string | undefined;
  /** what every answer over HTTP says, the handshake's included */
  answerHeaders?: Record<string, string>;
  /** shorter ones, for tests */
  patience?: { sessionsMs?: number; unusedMs?: number; processesMs?: number };
}

export interface Realtime extends Hub {
  /** Lets events under way finish, then closes every connection. The HTTP server is its owner's to close. */
  close(): Promise<void>;
  /** open in this process */
  sockets(): { chat: number; alerts: number };
}

/** A dead laptop is noticed within the sum of these. */
const PING = { pingInterval: 10_000, pingTimeout: 8_000 };
const CLOSE_PATIENCE_MS = 3_000;

/**
 * Mounts Socket.IO at /socket.io of an HTTP server that is Next.js's too, and makes its hub the one of this process.
 * Upgrade requests to other paths are left to others.
 */
export function attachRealtime(options: RealtimeOptions): Realtime {
  const { httpServer, createContext, publicOrigin } = options;
  const io = new Server(httpServer, {
    ...PING,
    ...(options.cluster && { adapter: options.cluster.adapter }),
    path: '/socket.io',
    destroyUpgrade: false,
    serveClient: false,
    connectTimeout: 10_000,
    maxHttpBufferSize: 1_000_000,
    parser: tolerantParser,
    allowRequest: (request, decide) => decide(null, letsIn(request)),
  });
  const { sessionPrefix, answerHeaders = {} } = options;
  io.engine.on('headers', (headers: Record<string, string>) => Object.assign(headers, answerHeaders));
  // Its refusals say nothing but their own.
  httpServer.prependListener('request', ({ url }, response) => {
    if (!url?.startsWith('/socket.io/')) return;
    for (const [name, value] of Object.entries(answerHeaders)) response.setHeader(name, value);
  });
  if (sessionPrefix) {
    io.engine.generateId = () => sessionPrefix + randomBytes(15).toString('base64url');
  }
  endSlowReaders(io.engine);
  const chat: ChatNamespace = io.of('/chat');
  const alerts: AlertsNamespace = io.of('/alerts');
  const canAsk = () => options.cluster?.isReady() ?? false;
  const gate = createGate(() => createContext({ kind: 'system' }).logger);
  const counter = createRecount(alerts, createContext, canAsk);

  const joinAnew = createJoinAnew([untyped(chat), untyped(alerts)]);
  options.cluster?.onBack?.(joinAnew.everywhere);
  const processes = options.cluster
    ? watchProcesses({
        namespace: untyped(chat),
        canAsk,
        onLost: joinAnew.here,
        everyMs: options.patience?.processesMs,
      })
    : ALONE;
  const parts = {
    createContext,
    sessionSecret: options.sessionSecret,
    publicOrigin,
    gate,
    rates: createMemberRates(processes.count),
    knocks: createMemberRates(processes.count),
    canAsk,
    unusedMs: options.patience?.unusedMs,
  };

  // Nothing is served in the namespace that clients get when they name none.
  io.use((_socket, next) => next(new Error('NOT_FOUND')));
  serve(untyped(chat), (socket) => chatHandlers(socket), parts);
  serve(untyped(alerts), () => alertsHandlers(), parts);

  const sockets = () => ({ chat: chat.sockets.size, alerts: alerts.sockets.size });
  const stopWatching = watchSessions(
    [untyped(chat), untyped(alerts)],
    createContext,
    options.patience?.sessionsMs,
  );
  const hub: Hub = { publish, presence: { isInRoom, isPartnerInRoom } };
  setHub(hub);

  function letsIn(request: IncomingMessage) {
    const isAllowed = isAllowedOrigin(request, publicOrigin);
    if (!isAllowed) noteForeignOrigin(createContext({ kind: 'visitor' }).logger, 'socket');
    return isAllowed;
  }

  function publish(events: DomainEvent[]) {
    for (const event of events) {
      getMeter().count('domain_events', { type: event.type });
      try {
        publishEvent({ chat, alerts, recount: counter.recount }, event);
      } catch (error) {
        createContext({ kind: 'system' }).logger.error({ err: error, event: event.type }, 'not published');
      }
    }
  }

  function isInRoom(userId: string, roomId: string) {
    return hasSocket(untyped(chat), lookingChannel(userId, roomId), canAsk);
  }

  function isPartnerInRoom(userId: string, roomId: string) {
    return hasSocket(untyped(chat), roomChannel(roomId), canAsk, userId);
  }

  async function close() {
    await gate.close(CLOSE_PATIENCE_MS);
    counter.stop();
    stopWatching();
    processes.stop();
    io.engine.close();
    await Promise.all([chat.adapter.close(), alerts.adapter.close()]);
    setHub(undefined);
  }

  return { ...hub, sockets, close };
}

/** The typed maps bind handlers and publishers; who is let in and how events are answered is the same for both. */
function untyped(namespace: ChatNamespace | AlertsNamespace): AnyNamespace {
  return namespace as unknown as AnyNamespace;
}
