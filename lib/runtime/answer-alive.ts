import type { IncomingMessage, ServerResponse } from 'node:http';
import { setAnswerHeaders } from './security-headers';

/**
 * `GET /api/alive`: 204 from a process that takes what is new, 503 from one that is about to end. It asks no other part,
 * so a balancer learns at once whether this process hangs (deploy/nginx knocks here).
 *
 * @param headers what every answer says
 * @returns false when the request is for something else
 */
export function createAliveAnswer(headers: Record<string, string>, isReady: () => boolean) {
  return ({ url, method }: IncomingMessage, response: ServerResponse): boolean => {
    if (url?.split('?', 1)[0] !== '/api/alive') return false;
    setAnswerHeaders(response, headers);
    const isAsked = method === 'GET' || method === 'HEAD';
    response.writeHead(!isAsked ? 405 : isReady() ? 204 : 503, { 'cache-control': 'no-store' }).end();
    return true;
  };
}
