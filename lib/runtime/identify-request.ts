import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/**
 * Writes who called and under which id into headers of our own names, over whatever the client had put there.
 */
export function identifyRequest(request: IncomingMessage): void {
  request.headers['x-request-id'] = randomUUID();
  request.headers['x-client-address'] = request.socket.remoteAddress ?? 'unknown';
}
