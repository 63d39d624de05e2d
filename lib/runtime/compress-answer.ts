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

/** How long a piece waits for the next one, so that both leave as one. */
const GATHER_MS = 5;

/** What is written into this answer leaves it compressed, if its kind gains by it and the client takes it. */
export function compressAnswer(request: IncomingMessage, response: ServerResponse): void {
  compress(request, response, () => undefined);
  const stop = gatherFlushes(response as ServerResponse & { flush(): void });
  response.once('close', () => {
    stop();
    if (!response.writableFinished) endStream(response);
  });
}

/** Next.js asks for a flush after each of its pieces: every one would be a block of its own, and a write to the socket. */
function gatherFlushes(response: ServerResponse & { flush(): void }): () => void {
  const flushNow = response.flush;
  let timer: NodeJS.Timeout | undefined;
  response.flush = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      flushNow.call(response);
    }, GATHER_MS);
  };
  return () => clearTimeout(timer);
}

/** Of an answer that nobody waits for any more; the library hands its stream to whoever listens for `drain`. */
function endStream(response: ServerResponse) {
  const listen = () => undefined;
  const listened: unknown = response.on('drain', listen);
  if (listened instanceof Duplex) listened.destroy();
  else response.off('drain', listen);
}
