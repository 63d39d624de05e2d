import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerAway, sayAwayWhen } from '@/lib/runtime/part-away';

describe('a page while the database is away', () => {
  async function ask(listener: RequestListener, headers: Record<string, string>, path = '/', method = 'GET') {
    const server = createServer(listener).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { headers, method });
    const text = await response.text();
    server.close();
    return { status: response.status, headers: response.headers, text };
  }
  const away: RequestListener = (request, response) => {
    if (!answerAway(request, response)) response.writeHead(418).end();
  };
  const html = { accept: 'text/html,application/xhtml+xml' };

  it('says so in the reader’s language, is kept by nobody, and asks again by itself', async () => {
    const ko = await ask(away, html);
    expect(ko.status).toBe(503);
    expect(ko.headers.get('retry-after')).toBe('3');
    expect(ko.headers.get('cache-control')).toBe('no-store');
    expect(ko.text).toContain('<html lang="ko">');
    expect(ko.text).toContain('다시 시도');
    expect(ko.text).toContain('http-equiv="refresh"');
    const en = await ask(away, { ...html, 'accept-language': 'en' });
    expect(en.text).toContain('Try again');
  });

  it.each([
    ['a file', '/_next/static/a.js', 'GET', html],
    ['the API', '/api/health', 'GET', html],
    ['an action', '/', 'POST', html],
    ['a picture', '/icon.svg', 'GET', { accept: 'image/*' }],
  ])('leaves %s to others', async (_what, path, method, headers) => {
    expect((await ask(away, headers, path, method)).status).toBe(418);
  });

  it.each([
    [500, true, 503],
    [500, false, 500],
    [404, true, 404],
    [200, true, 200],
  ])(
    'what is no page and answers %i while it is failing (%s) says %i',
    async (status, isFailing, expected) => {
      const answer = await ask((request, response) => {
        sayAwayWhen(() => isFailing, request, response);
        response.writeHead(status, { 'content-type': 'text/plain' });
        response.end('text');
      }, {});
      expect({ status: answer.status, text: answer.text }).toEqual({ status: expected, text: 'text' });
      expect(answer.headers.get('retry-after')).toBe(expected === 503 ? '3' : null);
    },
  );

  it.each<[string, (response: ServerResponse) => void]>([
    ['at once', (response) => response.writeHead(500, { 'content-length': '5' }).end('wrong')],
    [
      'piece by piece',
      (response) => {
        response.statusCode = 500;
        response.setHeader('content-encoding', 'gzip');
        response.write('wrong');
        response.write('wrong again');
        response.end();
      },
    ],
    [
      'past a wrapper that kept what it found',
      (response) => {
        const [write, end] = [response.write.bind(response), response.end.bind(response)];
        response.statusCode = 500;
        response.flushHeaders();
        write('wrong');
        end(() => undefined);
      },
    ],
  ])('a page that fails %s gives way to the one that says what is away', async (_how, fail) => {
    const answer = await ask((request, response) => {
      sayAwayWhen(() => true, request, response);
      fail(response);
    }, html);
    expect(answer.status).toBe(503);
    expect(answer.text).toContain('잠시 연결이 끊겼어요');
    expect(answer.text).toMatch(/<\/html>\n$/);
    expect(answer.text).not.toContain('wrong');
    expect(answer.headers.get('content-encoding')).toBeNull();
  });

  it('a page that fails for another reason, or is under way already, stays as it is', async () => {
    const failed = await ask((request, response) => {
      sayAwayWhen(() => false, request, response);
      response.writeHead(500).end('broken');
    }, html);
    expect(failed).toMatchObject({ status: 500, text: 'broken' });
    const begun = await ask((request, response) => {
      sayAwayWhen(() => true, request, response);
      response.write('one ');
      response.end('two');
    }, html);
    expect(begun).toMatchObject({ status: 200, text: 'one two' });
  });
});
