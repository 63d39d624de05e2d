import type { Browser, Request } from 'playwright-core';
import { launchBrowser, newPerson, type Person } from '@/tests/support/browser';
import { newAccount, signIn, signUp } from './support/people';

/** What the demo lists there has pictures; the newest of everywhere may all be another test's, without. */
const PICTURED = 'region=all&category=pets';

/** The list that a member starts with, and what admins do with its categories, in Korean. */
describe('the home list', () => {
  let browser: Browser;
  let member: Person;
  beforeAll(async () => {
    browser = await launchBrowser();
    member = await newPerson(browser, { width: 360 });
    await signUp(member, newAccount('gana'));
  });
  afterAll(() => browser.close());

  const cards = ({ page }: Person) => page.locator('main a[href^="/items/"]');
  const chip = ({ page }: Person, name: string) =>
    page.getByRole('main').getByRole('link', { name, exact: true });

  it('starts in the member’s district, widens to the 시/도 and to everywhere, and the address says which', async () => {
    const { page } = member;
    await page.goto('/');
    await page.waitForFunction(() => document.querySelector('main [aria-current]') !== null);
    expect(await chip(member, '강남구').getAttribute('aria-current')).not.toBeNull();
    const near = await cards(member).count();
    await chip(member, '서울 전체').click();
    await page.waitForURL(/region=11(&|$)/);
    await chip(member, '전국').click();
    await page.waitForURL(/region=all/);
    expect(await cards(member).count()).toBeGreaterThanOrEqual(near);
    await page.goBack();
    await page.waitForURL(/region=11(&|$)/);
    await chip(member, '강남구').click();
    await page.waitForURL(/region=11680/);
  });

  it.each([
    { width: 360, density: 2, file: '320.webp' },
    { width: 412, density: 1.75, file: '320.webp' },
    { width: 390, density: 3, file: '640.webp' },
  ])('on a phone $width wide at density $density a card shows $file', async ({ width, density, file }) => {
    const context = await browser.newContext({
      viewport: { width, height: 800 },
      deviceScaleFactor: density,
      isMobile: true,
    });
    const page = await context.newPage();
    await page.goto(new URL(`/?${PICTURED}`, member.page.url()).href);
    const picture = page.locator('main article img').first();
    await picture.evaluate((image: HTMLImageElement) => image.decode());
    const shown = await picture.evaluate((image: HTMLImageElement) => image.currentSrc);
    expect(shown.split('/').at(-1)).toBe(file);
    await context.close();
  });

  it('shows the few pixels of a picture that has not come', async () => {
    const visitor = await newPerson(browser, { width: 360 });
    await visitor.context.route(/\/images\/.*\.webp$/, () => undefined);
    await visitor.page.goto(`/?${PICTURED}`, { waitUntil: 'domcontentloaded' });
    const drawn = await visitor.page.waitForFunction(() => {
      const frames = [...document.querySelectorAll<HTMLElement>('main article .blurred')];
      const shown = frames.map((frame) => [
        getComputedStyle(frame).backgroundImage.replaceAll('"', ''),
        frame.style.getPropertyValue('--blur').trim().replaceAll('"', ''),
      ]);
      const areAll = shown.length > 0 && shown.every(([drawing]) => drawing !== 'none');
      return areAll ? shown : null;
    });
    for (const [drawing, own] of (await drawn.jsonValue()) ?? []) {
      expect(drawing).toMatch(/^url\(data:image\//);
      expect(drawing).toBe(own);
    }
    await visitor.context.close();
  });

  it('does not read the few pixels of a picture that has come before them', async () => {
    const visitor = await newPerson(browser, { width: 360 });
    await visitor.page.addInitScript(() => {
      const later = window.setTimeout;
      const held: (() => void)[] = [];
      Object.assign(window, {
        runHeld: () => {
          for (const run of held) run();
        },
        setTimeout: (run: () => void, ms?: number) => (ms === 400 ? held.push(run) : later(run, ms)),
      });
    });
    await visitor.page.goto(`/?${PICTURED}`);
    await visitor.page
      .locator('main article .blurred img')
      .first()
      .evaluate((image: HTMLImageElement) => image.decode());
    await visitor.page.waitForFunction(() => performance.getEntriesByType('paint').length > 0);
    const drawn = await visitor.page.evaluate(() => {
      const pictures = [...document.querySelectorAll<HTMLImageElement>('main article .blurred img')];
      const came = pictures.filter((picture) => picture.complete && picture.naturalWidth > 0);
      (window as unknown as { runHeld(): void }).runHeld();
      return came.map(
        ({ parentElement }) => parentElement && getComputedStyle(parentElement).backgroundImage,
      );
    });
    expect(await visitor.page.locator('html[data-painted]').count()).toBe(1);
    expect(new Set(drawn)).toEqual(new Set(['none']));
    await visitor.context.close();
  });

  it('asks the server for itself alone: no page is fetched ahead', async () => {
    const { page } = member;
    const asked: string[] = [];
    const note = (request: Request) => {
      if (request.headers().rsc || request.resourceType() === 'document') asked.push(request.url());
    };
    page.on('request', note);
    await page.goto('/', { waitUntil: 'networkidle' });
    page.off('request', note);
    expect(asked.map((url) => new URL(url).pathname)).toEqual(['/']);
  });

  it('is reached by 「물건 둘러보기」, and left by 「맨 위로」', async () => {
    const { page, problems } = member;
    await page.goto('/?region=all');
    await page.getByRole('button', { name: '물건 둘러보기' }).click();
    await page.waitForFunction(() => window.scrollY > 100);
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await page.getByRole('button', { name: '맨 위로' }).click();
    await page.waitForFunction(() => window.scrollY === 0);
    expect(problems).toEqual([]);
  });

  it('keeps bookmarks on 마이페이지 and lets them go', async () => {
    const { page } = member;
    const kept = () => page.waitForResponse((response) => response.request().method() === 'POST');
    await page.goto('/?region=all');
    const path = (await cards(member).first().getAttribute('href')) ?? '';
    await page.goto(path);
    const title = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
    await Promise.all([kept(), page.getByRole('button', { name: '찜하기' }).click()]);
    await page.getByRole('button', { name: '찜 취소' }).waitFor();
    await page.goto('/mypage?tab=bookmarks');
    await page.getByRole('main').getByText(title).first().waitFor();
    await page.goto(path);
    await Promise.all([kept(), page.getByRole('button', { name: '찜 취소' }).click()]);
    await page.getByRole('button', { name: '찜하기' }).waitFor();
    await page.goto('/mypage?tab=bookmarks');
    await page
      .getByRole('main')
      .getByRole('link', { name: /둘러보기|찾/ })
      .first()
      .waitFor();
  });

  it('has the categories that admins add, rename, draw, order and retire', async () => {
    const admin = await newPerson(browser);
    const { page } = admin;
    await signIn(admin, { email: 'admin@example.com', password: 'Demo!2345' });
    const tail = String(Date.now() % 1_000_000);
    const [name, renamed] = [`종류${tail}`, `갈래${tail}`];
    await page.goto('/admin/categories');
    const form = page.getByRole('main').locator('section').first();
    await form.getByLabel('한국어 이름').fill(name);
    await form.getByLabel('영어 이름').fill(`Kind ${tail}`);
    await form.getByLabel('주소 이름').fill(`kind-${tail}`);
    await form.getByLabel('그림').selectOption({ label: '텐트' });
    await form.getByRole('button', { name: '추가하기' }).click();
    const row = page.getByRole('listitem', { name });
    await row.getByText('바꾸기').click();
    await row.getByLabel('한국어 이름').fill(renamed);
    await row.getByRole('button', { name: '이름 저장' }).click();
    const after = page.getByRole('listitem', { name: renamed });
    await after.waitFor();
    const names = async () =>
      (await page.getByRole('listitem').allTextContents()).findIndex((text) => text.includes(renamed));
    const before = await names();
    await after.getByRole('button', { name: `${renamed} 위로` }).click();
    for (let tries = 0; tries < 50 && (await names()) >= before; tries += 1) await page.waitForTimeout(100);
    expect(await names()).toBeLessThan(before);
    await page.goto('/?region=all');
    await chip(admin, renamed).waitFor();
    await page.goto('/admin/categories');
    await after.getByText('바꾸기').click();
    await after.getByLabel('관리자 비밀번호').fill('Wrong!2345');
    await after.getByRole('button', { name: '쓰지 않기' }).click();
    await after.getByText('비밀번호').nth(1).waitFor();
    await after.getByLabel('관리자 비밀번호').fill('Demo!2345');
    await after.getByRole('button', { name: '쓰지 않기' }).click();
    await after.getByText('쓰지 않음').first().waitFor();
    await page.goto('/?region=all');
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await chip(admin, renamed).count()).toBe(0);
  });
});
