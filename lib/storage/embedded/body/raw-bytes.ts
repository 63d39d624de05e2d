import type { IncomingMessage } from 'node:http';

/**
 * The bytes of a request as they come. Stopping early leaves the connection open, so that a refusal
 * can still be sent; a client that goes away makes the iteration throw.
 */
export async function* rawBytes(req: IncomingMessage): AsyncGenerator<Buffer> {
  const chunks: AsyncIterable<Buffer> = {
    [Symbol.asyncIterator]: () => req.iterator({ destroyOnReturn: false }),
  };
  yield* chunks;
  if (!req.complete) throw new Error('The client went away before its body was complete');
}
