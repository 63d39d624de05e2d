import type { DefaultEventsMap, Socket } from 'socket.io';
import type { ServiceContext } from '@/lib/core/context';
import { DomainError } from '@/lib/core/errors';
import { currentActor } from './authenticate';
import { type Refusal, toRefusal } from './refusal';
import { createTokenBucket } from './token-bucket';
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

/** Events of one socket: this many at once, and this many a second in the long run. */
const BURST = 40;
const PER_SECOND = 20;

/**
 * The one way in for events of a socket: rate, session, handler, acknowledgement. Every event is answered, known or not,
 * and nothing that a client sends gets out of here as an exception.
 */
export function answerEvents(
  socket: AnySocket,
  handlers: Record<string, Handler>,
  { createContext, gate }: { createContext: CreateContext; gate: Gate },
): void {
  const bucket = createTokenBucket(BURST, PER_SECOND);
  const known = new Map(Object.entries(handlers));

  async function answer(event: string, input: unknown): Promise<Answer> {
    const visitor = createContext({ kind: 'visitor' });
    const { logger, requestId } = visitor;
    try {
      if (gate.isClosed()) throw new DomainError('UNAVAILABLE', 'unavailable');
      if (!bucket.take(Date.now())) throw new DomainError('RATE_LIMITED', 'chat.tooMany');
      const handler = known.get(event);
      if (!handler) throw new DomainError('INVALID', 'invalid');
      const actor = await currentActor(createContext, socket.data);
      if (actor.kind !== 'member') throw new DomainError('UNAUTHENTICATED', 'auth.required');
      return { ok: true, ...(await handler({ ...createContext(actor), requestId }, input)) };
    } catch (error) {
      return { ok: false, error: toRefusal(error, socket.data.locale, { logger, requestId, event }) };
    }
  }

  socket.onAny((event: string, ...args: unknown[]) => {
    const ack = args.at(-1);
    const input = typeof args[0] === 'function' ? undefined : args[0];
    gate.run(async () => {
      const result = await answer(event, input);
      if (typeof ack === 'function') ack(result);
      if (!result.ok && result.error.code === 'UNAUTHENTICATED') socket.disconnect(true);
    });
  });
}
