import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from '@/lib/core/logger';
import { setAnswerHeaders } from '../security-headers';

interface MetricsOptions {
  /** what the one who asks must bear; nobody may ask without it */
  token: string | undefined;
  /** Prometheus' text, of all processes of this machine */
  read(): Promise<string>;
  logger: Logger;
  /** what every answer says */
  headers: Record<string, string>;
}

/**
 * `GET /metrics` for who bears the token; for all others there is no such page.
 *
 * @returns false when the request is for something else
 */
export function createMetricsAnswer({ token, read, logger, headers }: MetricsOptions) {
  return (request: IncomingMessage, response: ServerResponse): boolean => {
    if (request.url?.split('?', 1)[0] !== '/metrics') return false;
    setAnswerHeaders(response, headers);
    if (request.method !== 'GET' || !token || !isBorne(request.headers.authorization, token)) {
      response.writeHead(404, { 'cache-control': 'no-store' }).end();
      return true;
    }
    read().then(
      (text) => {
        const type = 'text/plain; version=0.0.4; charset=utf-8';
        response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(text);
      },
      (error) => {
        logger.warn({ err: error }, 'metrics could not be read');
        response.writeHead(503, { 'cache-control': 'no-store' }).end();
      },
    );
    return true;
  };
}

/** Compares hashes, so that the time tells nothing of the token. */
function isBorne(header: string | undefined, token: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(header ?? ''), hash(`Bearer ${token}`));
}
