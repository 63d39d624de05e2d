import type { Browser } from 'playwright-core';
import { launchBrowser, newPerson, type Person } from '@/tests/support/browser';
import { signIn } from './support/people';

/** A script in a page after its styles stops the browser's reading until they have come (lib/runtime/head-order.ts). */
describe('what a browser can read of a page while its styles are on their way', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
  });

  /** The theme of the page as it stands while its styles do not come, once it is read to its footer. */
  async function readWithoutStyles({ context }: Person, path: string) {
    const page = await context.newPage();
    await page.route(/\.css$/, () => undefined);
    await page.goto(path, { waitUntil: 'commit' });
    // Not by frames, as it would by itself: none is painted before the styles have come.
    const theme = await page.waitForFunction(
      () => document.querySelector('footer') && document.documentElement.dataset.theme,
      undefined,
      { polling: 50 },
    );
    const told = await theme.jsonValue();
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.close();
    return told;
  }

  it('is all of it, with its theme', async () => {
    const visitor = await newPerson(browser);
    await visitor.context.addInitScript({ content: `localStorage.setItem('theme', 'dark')` });
    for (const path of ['/', '/search', '/login']) {
      expect([path, await readWithoutStyles(visitor, path)]).toEqual([path, 'dark']);
    }
    await visitor.context.close();
  });

  it('is all of it for a member too', async () => {
    const member = await newPerson(browser);
    await signIn(member, { email: 'lender@example.com', password: 'Demo!2345' });
    for (const path of ['/', '/chats']) {
      expect([path, await readWithoutStyles(member, path)]).toEqual([path, 'light']);
    }
    await member.context.close();
  });

  it('says the theme in its switch before scripts have come', async () => {
    const person = await newPerson(browser);
    await person.context.addInitScript({ content: `localStorage.setItem('theme', 'dark')` });
    const page = await person.context.newPage();
    await page.route(/\.js$/, (route) => route.abort());
    await page.goto('/');
    expect(await page.getByRole('switch', { name: '다크 모드' }).getAttribute('aria-checked')).toBe('true');
    await person.context.close();
  });
});
