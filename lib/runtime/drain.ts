import type { Server } from 'node:http';
import { Server as NetServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Drain {
  /** Goes on for a while, then takes no new connection; resolves when the last one is closed. */
  finish(): Promise<void>;
  /** true from then on */
  isUnderWay(): boolean;
}

interface DrainOptions {
  /** how long connections, new ones too, may still bring requests: a balancer does not know yet */
  graceMs: number;
  /** after that, how long a request may still take */
  patienceMs: number;
}

/** Longer than proxies keep theirs (nginx: 60 s), so that it is never this side that closes one that is about to be used. */
const KEEP_ALIVE_MS = 75_000;

/**
 * Lets a server stop without failing a request. Node's own `close` ends idle connections at once, also one on which a
 * balancer is just sending; here each answer says `Connection: close` first, and what is left idle goes later. So does
 * the door: a connection that has come and was not yet taken is reset when it shuts, with what has been sent on it.
 * Nobody opens a socket any more, which would stay.
 */
export function createDrain(server: Server, { graceMs, patienceMs }: DrainOptions): Drain {
  let isDraining = false;
  let isGraceOver = false;
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.prependListener('request', (_request, response) => {
    if (isDraining) response.setHeader('Connection', 'close');
    // One that was under way before may have promised to keep its connection.
    response.once('close', () => {
      if (isGraceOver) setImmediate(() => server.closeIdleConnections());
    });
  });
  server.prependListener('upgrade', (_request, socket) => {
    if (isDraining) socket.destroy();
  });
  return {
    isUnderWay: () => isDraining,
    async finish() {
      isDraining = true;
      if (graceMs > 0) await sleep(graceMs, undefined, { ref: false });
      const closed = new Promise<void>((resolve) => {
        NetServer.prototype.close.call(server, () => resolve());
      });
      isGraceOver = true;
      server.closeIdleConnections();
      const timer = setTimeout(() => server.closeAllConnections(), patienceMs).unref();
      await closed;
      clearTimeout(timer);
    },
  };
}
