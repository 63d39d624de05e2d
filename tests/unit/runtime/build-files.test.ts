import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { createBuildFiles } from '@/lib/runtime/build-files';
import { compressFiles } from '@/scripts/start/compress-files';

const SCRIPT = 'globalThis.names = ["드릴", "텐트"];\n'.repeat(100);

describe('the files of a build', () => {
  let folder: string;
  let server: Server;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'egodaeyeo-build-'));
    await mkdir(join(folder, 'static/chunks'), { recursive: true });
    await writeFile(join(folder, 'static/chunks/a1.js'), SCRIPT);
    await writeFile(join(folder, 'static/chunks/small.js'), 'small');
    await writeFile(join(folder, 'secret.js'), 'not for anybody');
    await compressFiles(join(folder, 'static'));
    const answer = createBuildFiles(folder, { 'X-Content-Type-Options': 'nosniff' });
    server = createServer((asked, response) => {
      if (!answer(asked, response)) response.writeHead(418).end(asked.url);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(async () => {
    server.close();
    await rm(folder, { recursive: true });
  });

  async function ask(path: string, headers: Record<string, string> = {}, method = 'GET') {
    const { port } = server.address() as AddressInfo;
    const sent = request({ host: '127.0.0.1', port, path, headers, method }).end();
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    return { status: response.statusCode, headers: response.headers, body: await buffer(response) };
  }

  it.each([
    ['gzip, br', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['identity', undefined, (body: Buffer) => body],
  ])('go to who takes %s as %s, and are kept for good', async (accepted, encoding, open) => {
    const { status, headers, body } = await ask('/_next/static/chunks/a1.js', {
      'accept-encoding': accepted,
    });
    expect(status).toBe(200);
    expect(headers['content-encoding']).toBe(encoding);
    expect(headers['content-type']).toMatch(/javascript/);
    expect(headers['cache-control']).toMatch(/max-age=31536000.*immutable/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers.vary).toContain('Accept-Encoding');
    expect(open(body).toString()).toBe(SCRIPT);
  });

  it('that are too small to gain stay as they are', async () => {
    const { headers, body } = await ask('/_next/static/chunks/small.js', { 'accept-encoding': 'br' });
    expect([headers['content-encoding'], body.toString()]).toEqual([undefined, 'small']);
  });

  it.each(['bytes=5-2', 'bytes=abc', 'bytes=99999999-', 'bytes=-'])(
    'go whole to who asks for the part %s',
    async (range) => {
      const { status, body } = await ask('/_next/static/chunks/a1.js', { range });
      expect([status, body.toString()]).toEqual([200, SCRIPT]);
    },
  );

  it.each([
    '/_next/static/chunks/none.js',
    '/_next/static/../secret.js',
    '/_next/static/%2e%2e/secret.js',
    '/_next/static/..%2fsecret.js',
    '/_next/static/%',
    '/chunks/a1.js',
  ])('are not what is asked for at %s: that goes on to others, as it came', async (path) => {
    const { status, body } = await ask(path);
    expect([status, body.toString()]).toEqual([418, path]);
  });

  it('are for reading only', async () => {
    expect((await ask('/_next/static/chunks/a1.js', {}, 'POST')).status).toBe(418);
    const { status, body } = await ask('/_next/static/chunks/a1.js', {}, 'HEAD');
    expect([status, body.length]).toEqual([200, 0]);
  });
});
