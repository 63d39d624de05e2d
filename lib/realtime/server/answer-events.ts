import type { DefaultEventsMap, Socket } from 'socket.io';
import type { Actor } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { DomainError } from '@/lib/core/errors';
import { getMeter } from '@/lib/core/meter';
import { createTokenBucket } from '@/lib/core/token-bucket';
import { inSpan } from '@/lib/core/tracer';
import { currentActor } from './authenticate';
import { type MemberRates, SOCKET_RATE } from './event-rates';
import { type Refusal, toRefusal } from './refusal';

import type { CreateContext, SocketData } from './types';

/** Does what an event asks and gives what its acknowledgement carries besides `ok`. `input` is as the client sent it. */
export type Handler = (ctx: ServiceContext, input: unknown) => Promise<object>;

/** Counts what is under way, so that a stop can wait for it. */
export interface Gate {
  isClosed(): boolean;
  run(work: () => Promise<void>): void;
}

type AnySocket = Socket<DefaultEventsMap, DefaultEventsMap, DefaultEventsMap, SocketData>;
type Answer = ({ ok: true } & object) | { ok: false; error: Refusal };

/**
 * The one way in for events of a socket: rate, session, handler, acknowledgement. Every event is answered, known or not,
 * and nothing that a client sends gets out of here as an exception.
 */
export function answerEvents(
  socket: AnySocket,
  handlers: Record<string, Handler>,
  { createContext, gate, rates }: { createContext: CreateContext; gate: Gate; rates: MemberRates },
): void {
  const bucket = createTokenBucket(SOCKET_RATE.burst, SOCKET_RATE.perSecond);
  const known = new Map(Object.entries(handlers));

  async function answer(event: string, input: unknown): Promise<Answer> {
    const { logger, requestId } = createContext({ kind: 'visitor' });
    let { actor }: { actor: Actor } = socket.data;
    try {
      if (gate.isClosed()) throw new DomainError('UNAVAILABLE', 'unavailable');
      if (!mayAsk()) throw new DomainError('RATE_LIMITED', 'chat.tooMany');
      const handler = known.get(event);
      if (!handler) throw new DomainError('INVALID', 'invalid');
      actor = await currentActor(createContext, socket.data);
      if (actor.kind !== 'member') throw new DomainError('UNAUTHENTICATED', 'auth.required');
      return { ok: true, ...(await handler({ ...createContext(actor), requestId }, input)) };
    } catch (error) {
      const asked = { actor, logger, requestId, event: nameOf(event), hasCredential: true };
      return { ok: false, error: toRefusal(error, socket.data.locale, asked) };
    }
  }

  /** As metrics and the log have it: what a client makes up has no name there. */
  function nameOf(event: string) {
    return known.has(event) ? event : 'other';
  }

  /** What the socket itself may not do costs the member nothing. */
  function mayAsk() {
    const now = Date.now();
    return bucket.take(now) && rates.take(socket.data.userId, now);
  }

  socket.onAny((event: string, ...args: unknown[]) => {
    const ack = args.at(-1);
    const input = typeof args[0] === 'function' ? undefined : args[0];
    gate.run(async () => {
      const begun = performance.now();
      const name = nameOf(event);
      const result = await inSpan(`socket ${name}`, {}, () => answer(event, input));
      getMeter().observe('socket_event_seconds', { event: name }, (performance.now() - begun) / 1_000);
      getMeter().count('socket_events', { event: name, outcome: result.ok ? 'ok' : result.error.code });
      if (typeof ack === 'function') ack(result);
      if (!result.ok && result.error.code === 'UNAUTHENTICATED') socket.disconnect(true);
    });
  });
}
