import { connect } from 'node:net';
import { productUrl } from '@/tests/support/browser';

const HIDDEN = 'GET /api/v1/regions HTTP/1.1\r\nHost: hidden\r\n\r\n';

/** OWASP ASVS 5.0, 4.2.1: of one message nobody can read two. */
describe('a request whose end could be read in two ways', () => {
  const { hostname, port, host } = new URL(productUrl());

  /** All that comes back until the server closes the connection. */
  function send(head: string[], body: string): Promise<string> {
    return new Promise((resolve, reject) => {
      let answer = '';
      const socket = connect(Number(port), hostname);
      socket.setTimeout(10_000, () => socket.destroy(new Error('The connection stayed open.')));
      socket.on('data', (chunk) => (answer += chunk)).on('error', reject);
      socket.on('close', (hadError) => hadError || resolve(answer));
      socket.write([...head, '', body].join('\r\n'));
    });
  }

  it.each<[string, string[], string]>([
    [
      'a length and chunks',
      [`Content-Length: ${HIDDEN.length + 5}`, 'Transfer-Encoding: chunked'],
      `0\r\n\r\n${HIDDEN}`,
    ],
    ['chunks and a length', ['Transfer-Encoding: chunked', 'Content-Length: 4'], `0\r\n\r\n${HIDDEN}`],
    ['two lengths', ['Content-Length: 2', `Content-Length: ${HIDDEN.length}`], HIDDEN],
    ['an encoding that is none', ['Transfer-Encoding: xchunked'], `0\r\n\r\n${HIDDEN}`],
    ['a space before the colon', ['Transfer-Encoding : chunked', 'Content-Length: 4'], HIDDEN],
    ['a length with a sign', ['Content-Length: +4'], HIDDEN],
    ['a chunk of no size', ['Transfer-Encoding: chunked'], `x\r\n${HIDDEN}`],
  ])('%s: is refused, and nothing behind it is read', async (_name, head, body) => {
    const answer = await send(['POST /login HTTP/1.1', `Host: ${host}`, ...head], body);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer.match(/HTTP\/1\.1/g)).toHaveLength(1);
    expect(answer.toLowerCase()).toContain('connection: close');
  });
});
