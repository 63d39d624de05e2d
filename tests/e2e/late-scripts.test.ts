import type { Browser, Route } from 'playwright-core';
import { launchBrowser, newPerson, type Person } from '@/tests/support/browser';
import { newAccount, panelAtRest, signUp } from './support/people';

describe('a phone on which the scripts come late', () => {
  let browser: Browser;
  let person: Person;

  beforeAll(async () => {
    browser = await launchBrowser();
    person = await newPerson(browser, { width: 360 });
    await signUp(person, newAccount('late'));
  });
  afterAll(() => browser.close());

  /** A page, painted, with every script on its way until `arrive` is called. */
  async function openWithoutScripts({ page } = person, path = '/') {
    const held: Route[] = [];
    let hold = true;
    await page.route(/\/_next\/static\/.*\.js/, (route) => (hold ? held.push(route) : route.continue()));
    await page.goto(path, { waitUntil: 'commit' });
    await page.locator('.site-footer').waitFor({ state: 'attached' });
    const arrive = async () => {
      hold = false;
      await Promise.all(held.map((route) => route.continue()));
    };
    return { page, arrive };
  }

  it('keeps 「알림」 open that was opened before, and fills it', async () => {
    const { page, arrive } = await openWithoutScripts();
    const bell = page.getByRole('button', { name: '알림', exact: true });
    await bell.click();
    await page.locator('[popover]:popover-open').waitFor({ state: 'attached' });
    expect(await bell.getAttribute('aria-expanded')).toBe('false');
    await arrive();
    await page.getByText('새로운 알림이 없어요').waitFor();
    expect(await bell.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('Escape');
    await page.locator('[popovertarget][aria-expanded=true]').waitFor({ state: 'detached' });
  });

  it('keeps the menu open that was opened before, and signs out', async () => {
    const { page, arrive } = await openWithoutScripts();
    const menu = page.getByRole('button', { name: /님의 메뉴/ });
    await menu.click();
    await arrive();
    await page.locator('[popovertarget][aria-expanded=true]').waitFor();
    await panelAtRest(page);
    await page.getByRole('button', { name: '로그아웃' }).click();
    await page.getByRole('link', { name: '로그인' }).first().waitFor();
    expect(person.problems).toEqual([]);
  });

  it('keeps a press until something answers it, and gives it once', async () => {
    const { page, arrive } = await openWithoutScripts();
    const dark = page.getByRole('switch', { name: '다크 모드' });
    const before = await dark.getAttribute('aria-checked');
    await dark.click();
    await dark.click();
    expect(await dark.getAttribute('aria-checked')).toBe(before);
    await arrive();
    const after = before === 'true' ? 'false' : 'true';
    await page.locator(`[role=switch][aria-checked=${after}][data-theme-switch]`).waitFor();
    await page.waitForLoadState('networkidle');
    expect(await dark.getAttribute('aria-checked')).toBe(after);
    await dark.click();
    await page.locator(`[role=switch][aria-checked=${before}][data-theme-switch]`).waitFor();
    expect(person.problems).toEqual([]);
  });

  it('keeps a press of a button in a form that sends nothing', async () => {
    const visitor = await newPerson(browser, { width: 360 });
    const { page, arrive } = await openWithoutScripts(visitor, '/login');
    const reveal = page.locator('form button[aria-pressed]');
    await reveal.click();
    expect(await reveal.getAttribute('aria-pressed')).toBe('false');
    await arrive();
    await page.locator('form button[aria-pressed=true]').waitFor();
    expect(visitor.problems).toEqual([]);
    await visitor.context.close();
  });

  it('gives a press once that comes while React is on its way to the button', async () => {
    const visitor = await newPerson(browser, { width: 360 });
    // React listens first and reads the page after that, in a task of its own.
    await visitor.page.addInitScript(() => {
      const listen = document.addEventListener;
      document.addEventListener = (...args: Parameters<typeof listen>) => {
        listen.apply(document, args);
        const { dataset } = document.documentElement;
        const button = document.querySelector<HTMLElement>('[data-theme-switch]');
        if (args[0] !== 'click' || dataset.between || !button) return;
        if (Object.keys(button).some((key) => key.startsWith('__react'))) return;
        dataset.between = 'true';
        queueMicrotask(() => button.click());
      };
    });
    const { page, arrive } = await openWithoutScripts(visitor);
    const dark = page.locator('[data-theme-switch]');
    const before = await dark.getAttribute('aria-checked');
    await arrive();
    await page.locator('html[data-between=true]').waitFor();
    await page.locator(`[data-theme-switch]:not([aria-checked=${before}])`).waitFor();
    await page.waitForLoadState('networkidle');
    expect(await dark.getAttribute('aria-checked')).not.toBe(before);
    await visitor.context.close();
  });

  it('keeps a form that was sent before, and what was typed into it', async () => {
    const visitor = await newPerson(browser, { width: 360 });
    const { page, arrive } = await openWithoutScripts(visitor, '/login');
    await page.getByLabel('이메일').fill('nobody@example.com');
    await page.getByLabel('비밀번호', { exact: true }).fill('Wrong!2345');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.evaluate(() => document.documentElement.setAttribute('data-same-page', ''));
    const posts: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/login')) posts.push(request.url());
    });
    await arrive();
    await page.locator('[name=password][aria-invalid=true], [role=alert]').first().waitFor();
    expect(await page.locator('html').getAttribute('data-same-page')).toBe('');
    expect(await page.getByLabel('비밀번호', { exact: true }).inputValue()).toBe('Wrong!2345');
    expect(posts).toHaveLength(1);
    expect(visitor.problems).toEqual([]);
    await visitor.context.close();
  });

  it('lets the browser send a form whose scripts do not come', async () => {
    const visitor = await newPerson(browser, { width: 360 });
    const { page } = await openWithoutScripts(visitor, '/login');
    await page.getByLabel('이메일').fill('nobody@example.com');
    await page.getByLabel('비밀번호', { exact: true }).fill('Wrong!2345');
    const posted = page.waitForRequest(
      (request) => request.isNavigationRequest() && request.method() === 'POST',
    );
    await page.keyboard.press('Enter');
    await posted;
    await page.locator('[name=password][aria-invalid=true], [role=alert]').first().waitFor();
    await visitor.context.close();
  });

  it('keeps what was chosen and typed of a new item, and sends it once it can', async () => {
    const lender = await newPerson(browser, { width: 360 });
    await signUp(lender, newAccount('early'));
    const { page, arrive } = await openWithoutScripts(lender, '/items/new');
    const other = page.locator('[name=section]:not(:checked)').first();
    const section = await other.getAttribute('value');
    await other.check();
    await page.getByLabel('제목').fill('일찍 적은 제목');
    await page.locator('[name=priceUnit]').selectOption({ index: 1 });
    const unit = await page.locator('[name=priceUnit]').inputValue();
    await page.locator('[name=autoRelist]').click();
    await page.getByRole('main').locator('button[type=submit]').last().click();
    await arrive();
    await page.locator('[name=body][aria-invalid=true]').waitFor();
    expect(new URL(page.url()).search).toBe('');
    expect(await page.locator('[name=section]:checked').getAttribute('value')).toBe(section);
    expect(await page.getByLabel('제목').inputValue()).toBe('일찍 적은 제목');
    expect(await page.locator('[name=priceUnit]').inputValue()).toBe(unit);
    expect(await page.locator('[name=autoRelist]').isChecked()).toBe(false);
    // Chosen in earnest, not only to be seen.
    const draft = await page.evaluate(() => Object.values({ ...sessionStorage }).join());
    for (const chosen of [section, unit, '"autoRelist":false']) expect(draft).toContain(chosen);
    expect(lender.problems).toEqual([]);
    await lender.context.close();
  });

  it('shows items that are rented out when that was asked before', async () => {
    const { page, arrive } = await openWithoutScripts(person, '/');
    await page.getByRole('switch', { name: '대여 중 포함' }).click();
    await arrive();
    await page.waitForURL((url) => url.search.includes('rented=1'));
    expect(await page.getByRole('switch', { name: '대여 중 포함' }).isChecked()).toBe(true);
  });
});
