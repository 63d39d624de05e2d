import type { IncomingMessage, ServerResponse } from 'node:http';
import { Duplex } from 'node:stream';
import { constants } from 'node:zlib';
import compression from 'compression';

type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/**
 * Brotli's quick levels make a page smaller than gzip's slow ones, in half of the time (docs/PERFORMANCE.md); the few
 * that take gzip alone get its quick level.
 */
const compress = compression({
  level: 2,
  brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } },
}) as unknown as Middleware;

/** What is written into this answer leaves it compressed, if its kind gains by it and the client takes it. */
export function compressAnswer(request: IncomingMessage, response: ServerResponse): void {
  compress(request, response, () => undefined);
  response.once('close', () => {
    if (!response.writableFinished) endStream(response);
  });
}

/** Of an answer that nobody waits for any more; the library hands its stream to whoever listens for `drain`. */
function endStream(response: ServerResponse) {
  const listen = () => undefined;
  const listened: unknown = response.on('drain', listen);
  if (listened instanceof Duplex) listened.destroy();
  else response.off('drain', listen);
}
