import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAliveAnswer } from '@/lib/runtime/answer-alive';

describe('/api/alive', () => {
  let server: Server;
  let isReady = true;

  beforeAll(async () => {
    const answerAlive = createAliveAnswer({ 'X-Content-Type-Options': 'nosniff' }, () => isReady);
    server = createServer((request, response) => {
      if (!answerAlive(request, response)) response.writeHead(418).end();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(() => void server.close());

  const ask = (path: string, method = 'GET') =>
    fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, { method });

  it('is 204 while the process takes what is new, 503 while it does not, and is kept by nobody', async () => {
    const answer = await ask('/api/alive?again');
    expect(answer.status).toBe(204);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    isReady = false;
    expect((await ask('/api/alive')).status).toBe(503);
    isReady = true;
  });

  it('takes nothing, and leaves every other address alone', async () => {
    expect((await ask('/api/alive', 'POST')).status).toBe(405);
    for (const path of ['/api/alive/', '/api/alives', '/']) expect((await ask(path)).status).toBe(418);
  });
});
