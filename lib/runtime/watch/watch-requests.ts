import type { Server } from 'node:http';
import type { Logger } from '@/lib/core/logger';
import { getMeter } from '@/lib/core/meter';
import { routeOf } from './route-of';

/** An answer that took longer is told in the log. */
const SLOW_MS = 1_000;
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/**
 * Counts and times every answer of a server; failures (5xx) and slow answers are lines of the log, the rest only with
 * LOG_LEVEL=debug: a proxy writes those. Neither has an id of a person, a search or an address in it.
 */
export function watchRequests(server: Server, logger: Logger): void {
  server.prependListener('request', (request, response) => {
    const begun = performance.now();
    response.once('close', () => {
      const tookMs = performance.now() - begun;
      const route = routeOf(request.url);
      const method = METHODS.has(request.method ?? '') ? String(request.method) : 'other';
      // 499 as nginx has it: whoever asked went away.
      const status = response.writableFinished ? response.statusCode : 499;
      getMeter().count('http_requests', { method, route, status: String(status) });
      getMeter().observe('http_request_seconds', { route }, tookMs / 1_000);
      const line = {
        method,
        route,
        status,
        ms: Math.round(tookMs),
        requestId: request.headers['x-request-id'],
      };
      if (status >= 500) logger.warn(line, 'answered with a failure');
      else if (tookMs > SLOW_MS && route !== '/socket.io/') logger.info(line, 'answered slowly');
      else logger.debug(line, 'answered');
    });
  });
}
