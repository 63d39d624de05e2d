import type { RequestListener } from 'node:http';
import { createInsideRenderer } from '@/lib/runtime/visitor-pages/render-inside';

const PATIENCE_MS = 200;
const PAGE = { path: '/', itemId: null, locale: 'ko' as const };

describe('a page that is made inside the process', () => {
  const render = (answer: RequestListener) => createInsideRenderer(answer, 'site.example', PATIENCE_MS)(PAGE);

  it('is given whole', async () => {
    const { status, body } = await render((request, response) => response.end(request.headers.host));
    expect([status, body.toString()]).toEqual([200, 'site.example']);
  });

  it.each<[string, RequestListener]>([
    ['never begins', () => undefined],
    ['never ends', (_request, response) => void response.write('<html>')],
  ])('is given up when it %s, so that the next who asks is not held', async (_name, answer) => {
    const begun = performance.now();
    let isCut: Promise<void> | undefined;
    const made = render((request, response) => {
      isCut = new Promise((resolve) => void request.socket.once('close', () => resolve()));
      answer(request, response);
    });
    await expect(made).rejects.toThrow();
    expect(performance.now() - begun).toBeLessThan(PATIENCE_MS * 5);
    await isCut;
  });
});
