import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** At least; a piece ends where a tag begins, as the pieces of a parser that pauses do. */
const PIECE_BYTES = 900;
/** Longer than a frame: a browser paints what it has. */
const PAUSE_MS = 20;
/** Until what it names is there, a browser that knows it paints nothing. */
const EXPECT = /<link rel="expect"[^>]*>/;

/**
 * A server in front of the product that hands its pages out bit by bit, as a slow line and a busy phone do.
 *
 * @param target the product's own address
 * @param knowsExpect whether pages keep `<link rel="expect">`, which Firefox and Safari do not know
 */
export async function startPieces(
  target: string,
  { knowsExpect = false } = {},
): Promise<{ url: string; stop(): Promise<void> }> {
  const server = createServer((asked, answer) => {
    passOn(target, asked, answer, knowsExpect).catch(() => answer.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function passOn(target: string, asked: IncomingMessage, answer: ServerResponse, knowsExpect: boolean) {
  const headers = { ...asked.headers, host: new URL(target).host, 'accept-encoding': 'identity' };
  const given = await new Promise<IncomingMessage>((resolve, reject) => {
    request(new URL(asked.url ?? '/', target), { method: asked.method, headers }, resolve)
      .on('error', reject)
      .end();
  });
  answer.writeHead(given.statusCode ?? 502, given.headers);
  if (!given.headers['content-type']?.startsWith('text/html')) return void given.pipe(answer);
  const html = Buffer.concat(await given.toArray()).toString();
  const page = Buffer.from(knowsExpect ? html : html.replace(EXPECT, (tag) => ' '.repeat(tag.length)));
  for (let from = 0; from < page.length; ) {
    const next = page.indexOf('<', from + PIECE_BYTES);
    const end = next < 0 ? page.length : next;
    answer.write(page.subarray(from, end));
    from = end;
    await sleep(PAUSE_MS);
  }
  answer.end();
}
