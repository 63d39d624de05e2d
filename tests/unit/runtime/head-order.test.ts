import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FIRST_SCRIPT } from '@/lib/first-script';
import { orderHead } from '@/lib/runtime/head-order';

const FIRST = `<script>${FIRST_SCRIPT}</script>`;
const before =
  '<!DOCTYPE html><html lang="ko"><head><meta charSet="utf-8"/><link rel="stylesheet" href="/a.css"/>';
const after = '<script src="/old.js" noModule=""></script></head><body>이거대여</body></html>';
const page = before + FIRST + after;
const moved = page.replace(FIRST, '').replace('<head>', () => `<head>${FIRST}`);
const scripts = ['src="/_next/static/chunks/a.js" async=""', 'src="/_next/static/b.js" async="" nonce="n=="'];
const others = [
  ...['src="/_next/static/old.js" noModule=""', 'src="https://elsewhere.example/_next/static/c.js" async=""'],
  'type="application/ld+json"',
];

describe('the head of a page', () => {
  let server: Server;
  let answer: (response: ServerResponse) => void;

  beforeEach(async () => {
    server = createServer((_request, response) => {
      orderHead(response);
      answer(response);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterEach(() => server.close());

  async function read(type = 'text/html; charset=utf-8'): Promise<string> {
    const write = answer;
    answer = (response) => {
      response.setHeader('content-type', type);
      write(response);
    };
    const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    return response.text();
  }

  it.each<[string, (response: ServerResponse) => void]>([
    ['that is ended alone', (response) => void response.end(page)],
    ['of bytes', (response) => void response.end(new TextEncoder().encode(page))],
    [
      'of a length that was said',
      (response) => void response.setHeader('content-length', Buffer.byteLength(page)).end(page),
    ],
  ])('begins with the first script in a page %s', async (_name, write) => {
    answer = write;
    expect(await read()).toBe(moved);
  });

  it.each<[string, (response: ServerResponse, text: string) => void]>([
    ['', (response, text) => void response.end(text)],
    [
      ' of a length that was said',
      (response, text) => void response.setHeader('content-length', Buffer.byteLength(text)).end(text),
    ],
  ])('lets the scripts of the build in the head of a page%s wait, and no others', async (_name, write) => {
    const tags = (list: string[]) => list.map((attributes) => `<script ${attributes}></script>`).join('');
    const around = (own: string) =>
      `<head><title>드릴</title>${own}${tags(others)}</head><body>${tags(scripts)}</body>`;
    answer = (response) => write(response, around(tags(scripts) + FIRST));
    const waiting = scripts.map((attributes) => `type="text/waiting" ${attributes}`);
    expect(await read()).toBe(around(tags(waiting)).replace('<head>', () => `<head>${FIRST}`));
  });

  it('leaves later pieces as they are', async () => {
    answer = (response) => {
      response.write(page);
      response.end(page);
    };
    expect(await read()).toBe(moved + page);
  });

  it.each([
    ['a head that comes in two pieces', [page.slice(0, before.length + 20), page.slice(before.length + 20)]],
    ['a page without it', [before + after]],
    ['a piece of a page', [`${FIRST}<head>`]],
    ['nothing', ['']],
  ])('leaves %s as it is', async (_name, pieces) => {
    answer = (response) => {
      for (const piece of pieces) response.write(piece);
      response.end();
    };
    expect(await read()).toBe(pieces.join(''));
  });

  it('leaves a page as it is whose length has been sent', async () => {
    answer = (response) => {
      response.setHeader('content-length', Buffer.byteLength(page)).flushHeaders();
      response.end(page);
    };
    expect(await read()).toBe(page);
  });

  it('leaves what is no page', async () => {
    answer = (response) => void response.end(page);
    expect(await read('text/x-component')).toBe(page);
  });
});
