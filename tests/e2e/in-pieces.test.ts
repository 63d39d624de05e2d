import type { Browser } from 'playwright-core';
import { launchBrowser, newPerson, type Person, productUrl } from '@/tests/support/browser';
import { startPieces } from '@/tests/support/in-pieces';
import { signIn } from './support/people';

/** A page is painted while it comes. Nothing that stands there may move when the rest of it has come. */
describe('a page that comes bit by bit', () => {
  let browser: Browser;
  let pieces: Awaited<ReturnType<typeof startPieces>>;
  beforeAll(async () => {
    browser = await launchBrowser();
    pieces = await startPieces(productUrl());
  });
  afterAll(async () => {
    await browser.close();
    await pieces.stop();
  });

  /** What moved, and by how much, in a page that no script touches. */
  async function movesOf({ context }: Person, path: string): Promise<string[]> {
    const page = await context.newPage();
    await page.route(/\.js$/, (route) => route.abort());
    await page.addInitScript({
      content: `window.moves = [];
        new PerformanceObserver((list) => {
          const placeOf = ({ x, y }) => Math.round(x) + ',' + Math.round(y);
          for (const { value, sources } of list.getEntries())
            for (const { node, previousRect, currentRect } of sources)
              moves.push([location.pathname, value.toFixed(4), placeOf(previousRect), placeOf(currentRect), (node?.outerHTML ?? node?.parentElement?.outerHTML ?? '').slice(0, 140)].join(' '));
        }).observe({ type: 'layout-shift', buffered: true });`,
    });
    await page.goto(pieces.url + path);
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)))');
    const moves = await page.evaluate<string[]>('moves');
    expect(await page.locator('main').isVisible()).toBe(true);
    await page.close();
    return moves;
  }

  /** The first of a kind that the list of a page leads to. */
  async function firstOf({ page }: Person, list: string, kind: string): Promise<string> {
    await page.goto(list);
    return (await page.locator(`main a[href^="${kind}"]`).first().getAttribute('href')) ?? '';
  }

  it.each([360, 1280])('moves nothing for visitors, %i px wide', async (width) => {
    const visitor = await newPerson(browser, { width });
    const item = await firstOf(visitor, '/', '/items/');
    const paths = ['/', item, '/search', '/login', '/signup'];
    const moves = await Promise.all(paths.map((path) => movesOf(visitor, path)));
    await visitor.context.close();
    expect(moves.flat()).toEqual([]);
  });

  it.each([360, 1280])('moves nothing for members, %i px wide', async (width) => {
    const member = await newPerson(browser, { width });
    await signIn(member, { email: 'lender@example.com', password: 'Demo!2345' });
    const room = await firstOf(member, '/chats', '/chats/');
    const item = await firstOf(member, '/', '/items/');
    const paths = ['/', item, '/chats', room, '/mypage', '/items/new'];
    const moves = await Promise.all(paths.map((path) => movesOf(member, path)));
    await member.context.close();
    expect(moves.flat()).toEqual([]);
  });

  it('is painted when its footer has come, by browsers that wait for what is expected', async () => {
    const whole = await startPieces(productUrl(), { knowsExpect: true });
    const { context } = await newPerson(browser);
    const page = await context.newPage();
    await page.addInitScript({
      content: `new MutationObserver((_, observer) => {
          if (!document.querySelector('footer')) return;
          observer.disconnect();
          window.footerAt = performance.now();
        }).observe(document, { childList: true, subtree: true });`,
    });
    await page.goto(`${whole.url}/login`);
    const painted = await page.waitForFunction(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
    );
    expect(await painted.jsonValue()).toBeGreaterThan(await page.evaluate<number>('footerAt'));
    await context.close();
    await whole.stop();
  });
});
