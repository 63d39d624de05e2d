import type { Browser, BrowserContext, Page } from 'playwright-core';
import { MAX_TITLE } from '@/lib/features/items/schemas';
import { type Crowd, createCrowd } from '@/tests/factories/crowd';
import { browserCookieOf, untilAnswering } from '@/tests/support/as-browser';
import { launchBrowser } from '@/tests/support/browser';
import { useOwnProduct } from '@/tests/support/own-product';

const TEXTS = [
  '</script><img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  `'-alert(1)-'{{7*7}}$\{7*7}`,
  'javascript:alert(1)',
  'a\r\nSet-Cookie: evil=1\r\n\r\n<b class=evil>',
  '%0d%0aSet-Cookie:%20evil=1<b class=evil>',
  '=1+1<b class=evil>',
  '<b class=evil>\u202etxt.exe',
  `<b class=evil>${'가'.repeat(135)}😀나`,
];

/** Every field that people write, on every page that shows it, in a browser. */
describe('text that would be something else', () => {
  const site = useOwnProduct({ LOG_LEVEL: 'debug', WEB_CONCURRENCY: '1' });
  let browser: Browser;
  let crowd: Crowd;
  let admin: Crowd;
  let messageRoom: string;
  /** one browser for each, which keeps the files that every page has */
  let asMember: BrowserContext;
  let asAdmin: BrowserContext;

  beforeAll(async () => {
    browser = await launchBrowser();
    await untilAnswering(site.url);
    crowd = await createCrowd(site.env, { rows: 2, now: new Date() });
    admin = await createCrowd(site.env, { rows: 2, now: new Date(), role: 'ADMIN' });
    messageRoom = crowd.room;
    [asMember, asAdmin] = [await contextOf(crowd.me), await contextOf(admin.me)];
  });
  afterAll(() => browser.close());

  /** As if each had got past what is judged on its way in; nicknames the database keeps to letters and digits. */
  async function writeEverywhere(text: string) {
    const { db } = site.env;
    await db.item.updateMany({ data: { title: text, body: text } });
    await db.message.updateMany({ where: { kind: 'TEXT' }, data: { body: text } });
    await db.review.updateMany({ data: { body: text } });
    await db.report.updateMany({ data: { text, resolution: text } });
    await db.feedback.updateMany({ data: { title: text, body: text } });
    await db.alert.updateMany({ data: { title: text } });
    await db.rentalEvent.updateMany({ data: { reason: text } });
    await db.$executeRaw`UPDATE "Category" SET "name" = ${text} || "id"`;
  }

  const paths = (text: string) => [
    ...['/', `/search?q=${encodeURIComponent(text)}`, `/items/${crowd.item}`, `/users/${crowd.me.id}`],
    ...['/chats', `/chats/${messageRoom}`, '/mypage', '/mypage?tab=items', '/mypage?tab=profile'],
    ...['/mypage?tab=feedback', `/items/${crowd.item}/edit`],
    `/login?next=${encodeURIComponent(text)}&notice=${encodeURIComponent(text)}`,
  ];
  const desks = ['members', 'items', 'reports', 'feedback', 'categories', 'audit'];

  async function contextOf(who: { id: string }): Promise<BrowserContext> {
    const context = await browser.newContext({ baseURL: site.url, locale: 'ko-KR' });
    const pairs = (await browserCookieOf(who.id)).split('; ').filter((pair) => !pair.startsWith('__'));
    for (const pair of pairs) {
      const at = pair.indexOf('=');
      await context.addCookies([{ name: pair.slice(0, at), value: pair.slice(at + 1), url: site.url }]);
    }
    return context;
  }

  async function open(context: BrowserContext): Promise<{ page: Page; dialogs: string[] }> {
    const page = await context.newPage();
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    return { page, dialogs };
  }

  /** No draft of one text is left to the next. */
  async function close({ page }: { page: Page }) {
    await page.evaluate(() => localStorage.clear());
    await page.close();
  }

  it.each(TEXTS)(
    '%j stays text',
    async (text) => {
      await writeEverywhere(text);
      const [member, desk] = [await open(asMember), await open(asAdmin)];
      let shown = 0;
      const visits = [
        ...paths(text).map((path) => ({ ...member, path })),
        ...desks.map((name) => ({ ...desk, path: `/admin/${name}` })),
      ];
      for (const { page, path, dialogs } of visits) {
        const answer = await page.goto(path, { waitUntil: 'load' });
        expect([path, answer?.status()]).toEqual([path, 200]);
        expect([path, await made(page)]).toEqual([path, { elements: [], links: [], cookies: [] }]);
        expect([path, dialogs]).toEqual([path, []]);
        const seen = (await page.content()).includes(
          text.split(/[\r\n<>"']/).find((part) => part !== '') ?? text,
        );
        if (seen) shown += 1;
      }
      // Else nothing was found for want of being there.
      expect(shown).toBeGreaterThan(8);
      await expectMetadata(member.page, text);
      for (const visitor of [member, desk]) await close(visitor);
    },
    120_000,
  );

  /** What of a text became more than text. */
  function made(page: Page) {
    return page.evaluate(() => ({
      elements: [...document.querySelectorAll('[onerror], [onload], img[src="x"], .evil')].map(
        ({ outerHTML }) => outerHTML,
      ),
      links: [...document.querySelectorAll('a[href^="javascript:" i], form[action^="javascript:" i]')].map(
        ({ outerHTML }) => outerHTML,
      ),
      cookies: document.cookie.split('; ').filter((pair) => pair.startsWith('evil')),
    }));
  }

  async function expectMetadata(page: Page, text: string) {
    await page.goto(`/items/${crowd.item}`);
    await afterHydration(page);
    const scripts = await page.locator('script[type="application/ld+json"]').allTextContents();
    expect(scripts).toHaveLength(1);
    expect(JSON.parse(scripts[0] ?? '')).toMatchObject({ name: text });
    const line = text.replace(/\s+/g, ' ');
    const contents = (name: string) =>
      page.locator(`head ${name}`).evaluateAll((all) => all.map((meta) => meta.getAttribute('content')));
    expect(await contents('meta[property="og:title"]')).toEqual([line]);
    for (const name of ['meta[name="description"]', 'meta[property="og:description"]']) {
      const [description = '', ...more] = await contents(name);
      expect(more).toEqual([]);
      expect(description?.isWellFormed()).toBe(true);
      expect(line.startsWith(description ?? '') && description !== '').toBe(true);
    }
    expect(await page.title()).toContain(line);
  }

  /** React has compared the page with what it would have drawn, and mended what differs. */
  async function afterHydration(page: Page) {
    await page.waitForFunction(() => {
      const main = document.querySelector('main');
      return main && Object.keys(main).some((key) => key.startsWith('__reactFiber'));
    });
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
  }

  it.each(TEXTS)('%j stays text on its way through the forms', async (text) => {
    const [member, desk] = [await open(asMember), await open(asAdmin)];
    const { page } = member;
    const shown = text.replace('\u202e', '').replace(/\s+/g, '');
    const isHere = (where: Page) =>
      where.waitForFunction(
        (wanted) => document.body.innerText.replace(/\s+/g, '').includes(wanted),
        shown.slice(0, 60),
      );

    await page.goto('/items/new');
    await page.getByLabel('빌려드려요').check();
    await page.getByLabel('카테고리').selectOption({ index: 1 });
    await page.getByLabel('제목').fill(text.slice(0, MAX_TITLE));
    await page.getByLabel('내용').fill(text);
    await page.getByRole('button', { name: '등록하기' }).click();
    await page.waitForURL(/\/items\/[0-9a-f-]{36}$/);
    const item = page.url();
    await isHere(page);
    expect(await made(page)).toEqual({ elements: [], links: [], cookies: [] });

    await page.goto(`/chats/${messageRoom}`);
    await page.getByLabel('메시지 입력').fill(text);
    await page.getByRole('button', { name: '보내기', exact: true }).click();
    await isHere(page);
    await page.reload();
    await isHere(page);
    expect(await made(page)).toEqual({ elements: [], links: [], cookies: [] });

    await page.goto('/mypage?tab=feedback');
    await page.getByLabel('제목').fill(text.slice(0, 60));
    await page.getByLabel('내용').fill(text);
    await page.getByRole('button', { name: '피드백 보내기' }).click();
    await page.getByText('피드백을 보냈어요').waitFor();

    await desk.page.goto(item);
    await desk.page.getByRole('button', { name: '신고하기' }).click();
    const dialog = desk.page.getByRole('dialog');
    await dialog.getByLabel('기타').check();
    await dialog.getByLabel('상세 내용').fill(text);
    await dialog.getByRole('button', { name: '신고하기' }).click();
    await desk.page.getByText('신고 접수됨').waitFor();
    for (const name of ['feedback', 'reports']) {
      await desk.page.goto(`/admin/${name}`);
      await isHere(desk.page);
      expect(await made(desk.page)).toEqual({ elements: [], links: [], cookies: [] });
    }

    expect([...member.dialogs, ...desk.dialogs]).toEqual([]);
    for (const visitor of [member, desk]) await close(visitor);
  });

  it('is in no line of the log', () => {
    const log = site.output.join('\n');
    for (const text of TEXTS) expect(log).not.toContain(text.slice(0, 12));
  });
});
