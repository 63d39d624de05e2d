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
    await page.getByRole('contentinfo').waitFor();
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
});
