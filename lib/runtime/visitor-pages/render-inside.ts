import { createServer, type IncomingHttpHeaders, type RequestListener, request } from 'node:http';
import { duplexPair } from 'node:stream';
import type { VisitorPage } from './page-of';

export interface Rendered {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** Longer than any page takes that is made at all. */
const PATIENCE_MS = 8_000;

/**
 * Asks this process's own pages, over HTTP that never leaves its memory, as a visitor who says nothing of themselves
 * but the language: what others are shown can hold nothing of whoever happened to ask first. Rejects when the page is not
 * whole in time: all who ask for it wait for this one.
 *
 * @param answer what answers the site's requests
 * @param host of the site as people reach it
 */
export function createInsideRenderer(answer: RequestListener, host: string, patienceMs = PATIENCE_MS) {
  const server = createServer(answer);
  return ({ path, locale }: VisitorPage): Promise<Rendered> =>
    new Promise((resolve, reject) => {
      const [ours, theirs] = duplexPair();
      const fail = (error: Error) => {
        theirs.destroy();
        reject(error);
      };
      server.emit('connection', theirs);
      const asked = request(
        {
          path,
          createConnection: () => ours,
          signal: AbortSignal.timeout(patienceMs),
          headers: { host, accept: 'text/html', 'accept-language': locale, connection: 'close' },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.once('error', fail);
          response.once('end', () => {
            const { statusCode: status = 500, headers } = response;
            resolve({ status, headers, body: Buffer.concat(chunks) });
          });
        },
      );
      asked.once('error', fail);
      asked.end();
    });
}
