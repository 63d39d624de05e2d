import type { Ack, AlertsServerEvents, ChatClientEvents, ChatServerEvents } from '@/lib/realtime/events';

/** down: it will be tried again; ended: the server no longer accepts this session. */
export type LinkStatus = 'idle' | 'connecting' | 'up' | 'down' | 'ended';

export type ChatInput<E extends keyof ChatClientEvents> = Parameters<ChatClientEvents[E]>[0];
export type ChatAnswer<E extends keyof ChatClientEvents> = Parameters<
  NonNullable<Parameters<ChatClientEvents[E]>[1]>
>[0];
export type Refusal = Extract<Ack<object>, { ok: false }>['error'];

/** The way to the server, as the rooms use it: connection.ts over a network, anything else in a test. */
export interface Link {
  status(): LinkStatus;
  /** @returns the answer, or null when none came in time or the connection broke */
  request<E extends keyof ChatClientEvents>(
    event: E,
    input: ChatInput<E>,
    timeoutMs: number,
  ): Promise<ChatAnswer<E> | null>;
  /** Silence where an answer was due: the connection is given up and made anew. */
  suspect(): void;
  /** Called at each change of status. @returns the way to stop */
  onStatus(listener: (status: LinkStatus) => void): () => void;
  /** The person is back (focus, network, page restored) while the connection looks alive. */
  onWake(listener: () => void): () => void;
  onChat(listeners: Partial<ChatServerEvents>): () => void;
  onAlerts(listeners: Partial<AlertsServerEvents> & { connect?: () => void }): () => void;
}
