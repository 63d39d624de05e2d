import { productUrl } from '@/tests/support/browser';

/** What the build says to browsers of its scripts (scripts/start/compile-ahead.ts), as they get it. */
describe('the scripts of a page', () => {
  it('say what runs as soon as they are there', async () => {
    const page = await (await fetch(productUrl())).text();
    const paths = [...page.matchAll(/<script[^>]* src="([^"]+\.js)"(?! noModule)/g)].map(
      ([, path]) => path ?? '',
    );
    const scripts = await Promise.all(
      [...new Set(paths)].map(async (path) => (await fetch(productUrl() + path)).text()),
    );
    const chunks = scripts.filter((script) => script.includes('TURBOPACK=[])).push(['));
    expect(chunks.length).toBeGreaterThan(3);
    for (const chunk of chunks) expect(chunk).toMatch(/\.push\(\[[^{}]*,\((function)?\(?[\w$,]*\)?(=>|\{)/);
    const whole = scripts.filter((script) => script.startsWith('//# allFunctionsCalledOnLoad\n'));
    expect(whole.length).toBeGreaterThan(1);
    expect(whole.some((script) => script.includes('hydrateRoot'))).toBe(true);
  });
});
