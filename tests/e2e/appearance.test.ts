import type { Browser } from 'playwright-core';
import { launchBrowser, newPerson, type Person } from '@/tests/support/browser';

const WIDTHS = [360, 1280];

/** Point 7, and what holds on every page. */
describe('appearance', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
  });

  it.each(WIDTHS)('keeps the dark mode over reloads without a flash, %i px wide', async (width) => {
    const person = await newPerson(browser, { width });
    const { page } = person;
    await page.goto('/');
    const light = await background(person);
    await page.getByRole('switch', { name: '다크 모드' }).click();
    await page.waitForFunction((before) => getComputedStyle(document.body).backgroundColor !== before, light);
    const dark = await background(person);
    // The first frame that is painted has the colour already.
    await page.addInitScript(() => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      const look = () => {
        if (document.body) seen.push(getComputedStyle(document.body).backgroundColor);
        if (seen.length < 10) requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await page.reload();
    await page.waitForFunction(() => (window as unknown as { seen: string[] }).seen.length >= 10);
    const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
    expect(new Set(seen)).toEqual(new Set([dark]));
    expect(person.problems).toEqual([]);
    await person.context.close();
  });

  it('speaks Korean first, English to who asks for it, and remembers the switch', async () => {
    const korean = await newPerson(browser);
    await korean.page.goto('/');
    expect(await korean.page.locator('html').getAttribute('lang')).toBe('ko');
    const english = await newPerson(browser, { locale: 'en-US' });
    await english.page.goto('/');
    expect(await english.page.locator('html').getAttribute('lang')).toBe('en');
    await korean.page
      .getByRole('button', { name: /English/ })
      .or(korean.page.getByRole('link', { name: /English/ }))
      .first()
      .click();
    await korean.page.waitForFunction(() => document.documentElement.lang === 'en');
    await korean.page.reload();
    expect(await korean.page.locator('html').getAttribute('lang')).toBe('en');
    await korean.context.close();
    await english.context.close();
  });

  it.each(['/', '/login', '/signup', '/search?q=텐트'])(
    '%s is never wider than a phone of 360 px',
    async (path) => {
      const person = await newPerson(browser, { width: 360 });
      await person.page.goto(path);
      const overflow = await person.page.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
      expect(person.problems).toEqual([]);
      await person.context.close();
    },
  );

  it('pages through the list without script', async () => {
    const context = await browser.newContext({
      baseURL: process.env.PRODUCT_URL,
      javaScriptEnabled: false,
      locale: 'ko-KR',
    });
    const page = await context.newPage();
    await page.goto('/?region=all');
    const cards = page.locator('main a[href^="/items/"]:not([href$="/new"])');
    const first = await cards.first().getAttribute('href');
    await page.getByRole('link', { name: '더 보기' }).click();
    await cards.first().waitFor();
    expect(await cards.first().getAttribute('href')).not.toBe(first);
    await context.close();
  });
});

function background({ page }: Person): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.body).backgroundColor);
}
