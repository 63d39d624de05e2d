import type { DefaultEventsMap, Namespace, Socket } from 'socket.io';
import { DomainError } from '@/lib/core/errors';
import { answerEvents, type Gate, type Handler } from './answer-events';
import { actorOf, readSession } from './authenticate';
import { closeUnused } from './close-unused';
import type { MemberRates } from './event-rates';
import { localeOfHandshake } from './language';
import { toRefusal } from './refusal';
import { sessionChannel } from './rooms';
import { bringsSessionCookie } from './session-cookie';
import { takeSeat } from './take-seat';
import type { CreateContext, Session, SocketData } from './types';

export type AnyNamespace = Namespace<DefaultEventsMap, DefaultEventsMap, DefaultEventsMap, SocketData>;
export type AnySocket = Socket<DefaultEventsMap, DefaultEventsMap, DefaultEventsMap, SocketData>;

export interface ServeParts {
  createContext: CreateContext;
  sessionSecret: string;
  publicOrigin: string;
  gate: Gate;
  rates: MemberRates;
  /** of those who knock, by session: whether it counts is not known yet */
  knocks: MemberRates;
  /** whether there are other processes that can be reached */
  canAsk: () => boolean;
  unusedMs?: number | undefined;
}

/** Longest time that a Node.js timer can wait. */
const MAX_TIMER_MS = 2_147_483_647;

/** Lets members into a namespace, each into a channel of their own, and answers their events. */
export function serve(
  namespace: AnyNamespace,
  handlersOf: (socket: AnySocket) => Record<string, Handler>,
  parts: ServeParts,
): void {
  namespace.use((socket, next) => {
    signIn(socket, parts).then(
      () => next(),
      (error) => next(toConnectError(error, socket, parts)),
    );
  });
  namespace.on('connection', (socket) => {
    closeUnused(socket, parts.unusedMs);
    const { sessionId } = socket.data.session;
    if (sessionId) void socket.join(sessionChannel(sessionId));
    endWithSession(socket);
    answerEvents(socket, handlersOf(socket), parts);
  });
}

/** @throws UNAUTHENTICATED without a session that counts, RATE_LIMITED with too many sockets or attempts */
async function signIn(socket: AnySocket, parts: ServeParts): Promise<void> {
  const { auth } = socket.handshake;
  const session = await readSession({ auth, request: socket.request }, parts);
  if (!session) throw new DomainError('UNAUTHENTICATED', 'auth.required');
  takeOne(parts.knocks, sessionKey(session));
  const actor = await actorOf(parts.createContext, session);
  if (actor.kind !== 'member') throw new DomainError('UNAUTHENTICATED', 'auth.required');
  // A session that has ended is nobody's: what it does costs the member neither rate nor seat.
  takeOne(parts.rates, actor.id);
  await takeSeat(socket, actor.id, parts.canAsk);
  const locale = localeOfHandshake(socket.handshake);
  Object.assign(socket.data, { session, userId: actor.id, locale, actor, checkedAt: Date.now() });
}

function takeOne(rates: MemberRates, key: string) {
  if (!rates.take(key, Date.now())) throw new DomainError('RATE_LIMITED', 'chat.tooMany');
}

/** Tokens of the API have no id: all that were issued before an end of sessions share one. */
function sessionKey({ userId, sessionVersion, sessionId }: Session): string {
  return sessionId ?? `${userId} ${sessionVersion}`;
}

/** Clients find code and sentence under `data` of their `connect_error`. */
function toConnectError(error: unknown, socket: AnySocket, { createContext }: ServeParts): Error {
  const { actor, logger, requestId } = createContext({ kind: 'visitor' });
  const { auth, headers } = socket.handshake;
  const locale = localeOfHandshake(socket.handshake);
  const hasCredential = auth?.token !== undefined || bringsSessionCookie(headers.cookie);
  const data = toRefusal(error, locale, { actor, logger, requestId, event: 'connect', hasCredential });
  return Object.assign(new Error(data.code), { data });
}

function endWithSession(socket: AnySocket) {
  const leftMs = Math.min(socket.data.session.endsAt - Date.now(), MAX_TIMER_MS);
  const timer = setTimeout(() => socket.disconnect(true), leftMs);
  timer.unref();
  socket.once('disconnect', () => clearTimeout(timer));
}
