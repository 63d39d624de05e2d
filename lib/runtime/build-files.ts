import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { setAnswerHeaders } from './security-headers';

const PREFIX = '/_next/static/';
const YEAR_SECONDS = 31_536_000;

/**
 * Hands out the files of a build, as they were compressed when it was made (scripts/start/build.ts): their names change
 * with their content, so they are kept for good.
 *
 * @param distDir of the build
 * @param headers of every answer
 * @returns answers a request for one of them; false when it is for others
 */
export function createBuildFiles(distDir: string, headers: Record<string, string>) {
  const send = sirv(join(distDir, 'static'), {
    brotli: true,
    gzip: true,
    immutable: true,
    maxAge: YEAR_SECONDS,
    extensions: [],
  });
  return (request: IncomingMessage, response: ServerResponse): boolean => {
    const { method, url = '' } = request;
    if ((method !== 'GET' && method !== 'HEAD') || !url.startsWith(PREFIX)) return false;
    // A part of a file is never asked for by a page.
    delete request.headers.range;
    request.url = url.slice(PREFIX.length - 1);
    let isOurs = true;
    setAnswerHeaders(response, headers);
    send(request, response, () => {
      isOurs = false;
    });
    request.url = url;
    return isOurs;
  };
}
