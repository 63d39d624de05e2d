import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { createRestApp, REST_PREFIX, type RestOptions } from './app';

/** The API for a node:http server: answers what is its own, and says so. */
export function createRestHandler(options: RestOptions) {
  const listener = getRequestListener(createRestApp(options).fetch, { overrideGlobalObjects: false });
  return (request: IncomingMessage, response: ServerResponse): boolean => {
    const path = request.url?.split('?', 1)[0] ?? '';
    if (path !== REST_PREFIX && !path.startsWith(`${REST_PREFIX}/`)) return false;
    void listener(request, response);
    return true;
  };
}
