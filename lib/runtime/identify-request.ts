import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { clientAddress, type TrustedProxies } from './client-address';

/**
 * Writes who called and under which id into headers of our own names, over whatever the client had put there.
 *
 * @param trusted proxies whose word on the caller's address counts
 */
export function identifyRequest(request: IncomingMessage, trusted: TrustedProxies = 0): void {
  const { headers, socket } = request;
  headers['x-request-id'] = randomUUID();
  headers['x-client-address'] = clientAddress(socket.remoteAddress, headers['x-forwarded-for'], trusted);
}
