import { once } from 'node:events';
import { createServer, get, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { compressAnswer } from '@/lib/runtime/compress-answer';

const PAGE = '<p>이웃에게 빌려 쓰는 드릴</p>'.repeat(500);

/** As Next.js writes what is to be seen at once. */
function writeNow(response: ServerResponse, text: string) {
  response.write(text);
  (response as ServerResponse & { flush(): void }).flush();
}

describe('what a page renderer writes', () => {
  let server: Server;
  let answer: (response: ServerResponse) => void = (response) => response.end(PAGE);

  beforeEach(async () => {
    server = createServer((request, response) => {
      compressAnswer(request, response);
      response.setHeader('content-type', 'text/html; charset=utf-8');
      answer(response);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterEach(() => server.close());

  async function ask(accepted?: string) {
    const headers = accepted ? { 'accept-encoding': accepted } : {};
    const { port } = server.address() as AddressInfo;
    const [response] = (await once(get({ host: '127.0.0.1', port, headers }), 'response')) as [
      IncomingMessage,
    ];
    return response;
  }

  it.each([
    ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
    ['gzip, deflate', 'gzip', gunzipSync],
    [undefined, undefined, (body: Buffer) => body],
  ])('reaches who takes %s as %s, whole', async (accepted, encoding, open) => {
    const response = await ask(accepted);
    const body = await buffer(response);
    expect(response.headers['content-encoding']).toBe(encoding);
    expect(response.headers.vary).toContain('Accept-Encoding');
    expect(open(body).toString()).toBe(PAGE);
    if (encoding) expect(body.length).toBeLessThan(PAGE.length / 10);
  });

  it('comes piece by piece: what is written is not held back until the end', async () => {
    let end = () => {};
    answer = (response) => {
      writeNow(response, PAGE);
      end = () => response.end('<p>rest</p>');
    };
    const response = await ask('br');
    const [first] = (await once(response, 'data')) as [Buffer];
    expect(first.length).toBeGreaterThan(0);
    end();
    await once(response.resume(), 'end');
    answer = (later) => later.end(PAGE);
  });

  it('leaves as one where its pieces come one after the other', async () => {
    answer = (response) => {
      for (let piece = 0; piece < 30; piece += 1) writeNow(response, PAGE);
      response.end();
    };
    const body = await buffer(await ask('gzip'));
    const endOfFlush = Buffer.from([0, 0, 0xff, 0xff]);
    expect(body.indexOf(endOfFlush)).toBe(-1);
    expect(gunzipSync(body).toString()).toBe(PAGE.repeat(30));
    answer = (later) => later.end(PAGE);
  });

  it('stops being made when nobody waits for it any more', async () => {
    const closed = new Promise<ServerResponse>((resolve) => {
      answer = (response) => {
        writeNow(response, PAGE);
        response.once('close', () => setImmediate(resolve, response));
      };
    });
    (await ask('br')).destroy();
    const response = await closed;
    const stream = response.on('drain', () => {}) as unknown as { destroyed: boolean };
    expect(stream.destroyed).toBe(true);
    answer = (later) => later.end(PAGE);
  });
});
