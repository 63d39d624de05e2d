import type { Browser } from 'playwright-core';
import { launchBrowser, newPerson, type Person } from '@/tests/support/browser';
import { signIn } from './support/people';

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

  it('needs two weights of one family on a phone: its first layout waits for each that is asked for', async () => {
    const person = await newPerson(browser, { width: 360 });
    const faces = new Set<string>();
    for (const path of ['/', '/search', '/login', '/signup']) {
      await person.page.goto(path);
      const here = await person.page.evaluate(() => {
        const texts = [...document.body.querySelectorAll('*')].filter((element) =>
          [...element.childNodes].some(
            (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
          ),
        );
        return texts.map((element) => {
          const { fontFamily, fontWeight } = getComputedStyle(element);
          return `${fontWeight} ${fontFamily.split(',')[0]}`;
        });
      });
      for (const face of here) faces.add(face);
    }
    expect([...faces].sort()).toEqual(['400 "Apple SD Gothic Neo"', '700 "Apple SD Gothic Neo"']);
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

  it('a card’s title begins where its price does, on its first line too', async () => {
    const person = await newPerson(browser, { width: 360 });
    await person.page.goto('/');
    const indents = await person.page.locator('main article').evaluateAll((cards) =>
      cards.map((card) => {
        const title = document.createRange();
        title.selectNodeContents(card.querySelector('h3 a') ?? card);
        const price = card.querySelector('h3 + p')?.getBoundingClientRect().left ?? Number.NaN;
        return Math.round((title.getClientRects()[0]?.left ?? 0) - price);
      }),
    );
    expect(indents.length).toBeGreaterThan(0);
    expect(indents.filter((indent) => indent !== 0)).toEqual([]);
    await person.context.close();
  });

  it('2022 fault: the dark switch was cut off at 390 px', async () => {
    const person = await newPerson(browser, { width: 390 });
    await person.page.goto('/');
    const box = await person.page.getByRole('switch', { name: '다크 모드' }).boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
    await person.context.close();
  });

  it('2022 fault: the alert list opened by itself over the content on phones', async () => {
    const person = await newPerson(browser, { width: 390 });
    await signIn(person, { email: 'lender@example.com', password: 'Demo!2345' });
    await person.page.goto('/');
    const list = person.page.getByRole('button', { name: '모두 읽음' });
    await person.page.waitForLoadState('load');
    expect(await list.count()).toBe(0);
    await person.page.getByRole('button', { name: '알림', exact: true }).click();
    await list.waitFor();
    await person.page.keyboard.press('Escape');
    await list.waitFor({ state: 'hidden' });
    await person.context.close();
  });

  it('2022 fault: errors of the server were not shown', async () => {
    const person = await newPerson(browser);
    await person.page.goto('/login');
    await person.page.getByLabel('이메일').fill('nobody@example.com');
    await person.page.getByLabel('비밀번호', { exact: true }).fill('Wrong!2345');
    await person.page.getByRole('main').getByRole('button', { name: '로그인' }).click();
    await person.page.getByText('이메일 또는 비밀번호가 맞지 않아요.').waitFor();
    expect(await person.page.getByLabel('이메일').inputValue()).toBe('nobody@example.com');
    await person.context.close();
  });

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
