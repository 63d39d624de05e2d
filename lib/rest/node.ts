import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { createRestApp, REST_PREFIX, type RestOptions } from './app';

export interface RestAnswers {
  /** what every answer says besides its own headers */
  answerHeaders?: Record<string, string>;
}

/** The API for a node:http server: answers what is its own, and says so. */
export function createRestHandler({ answerHeaders = {}, ...options }: RestOptions & RestAnswers) {
  const listener = getRequestListener(createRestApp(options).fetch, { overrideGlobalObjects: false });
  return (request: IncomingMessage, response: ServerResponse): boolean => {
    const path = request.url?.split('?', 1)[0] ?? '';
    if (path !== REST_PREFIX && !path.startsWith(`${REST_PREFIX}/`)) return false;
    // A Response that is streamed keeps what was set before.
    for (const [name, value] of Object.entries(answerHeaders)) response.setHeader(name, value);
    void listener(request, response);
    return true;
  };
}
