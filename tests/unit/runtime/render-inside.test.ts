import { createInsideRenderer } from '@/lib/runtime/visitor-pages/render-inside';

describe('a page that the process asks of itself', () => {
  it('is asked for as a browser does, so that what is away is said as to one', async () => {
    const render = createInsideRenderer(({ headers }, response) => {
      response.statusCode = 503;
      response.end(`${headers.accept} ${headers['accept-language']} ${headers.cookie}`);
    }, 'localhost');
    const { status, body } = await render({ path: '/', locale: 'ko' } as Parameters<typeof render>[0]);
    expect({ status, said: body.toString() }).toEqual({ status: 503, said: 'text/html ko undefined' });
  });
});
