import { createServer, type RequestListener, type Server } from 'node:http';

export interface HttpLimits {
  /** open at once; one more is closed before it is read */
  connections: number;
  headBytes: number;
  /** for a request's head, and for all of it */
  headMs: number;
  requestMs: number;
  /** how often it is looked who is over time */
  lookMs: number;
}

/** Bodies are of 256 kB at most: whoever needs longer sends nothing. A socket costs some 16 kB. */
export const HTTP_LIMITS: HttpLimits = {
  connections: 10_000,
  headBytes: 16_384,
  headMs: 15_000,
  requestMs: 60_000,
  lookMs: 5_000,
};

/** A server that answers 431 to a head that is too large, 408 to who takes too long, and takes so many connections. */
export function createLimitedServer(listener: RequestListener, limits = HTTP_LIMITS): Server {
  const server = createServer(
    {
      maxHeaderSize: limits.headBytes,
      headersTimeout: limits.headMs,
      requestTimeout: limits.requestMs,
      connectionsCheckingInterval: limits.lookMs,
    },
    listener,
  );
  server.maxConnections = limits.connections;
  return server;
}
