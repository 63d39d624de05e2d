import type { Browser, BrowserContext, Page } from 'playwright-core';
import { MAX_TITLE } from '@/lib/features/items/schemas';
import { type Crowd, createCrowd } from '@/tests/factories/crowd';
import { browserCookieOf, untilAnswering } from '@/tests/support/as-browser';
import { launchBrowser } from '@/tests/support/browser';
import { useOwnProduct } from '@/tests/support/own-product';

/** Each with a piece of it that no other has, nor any page. */
const MARKS: readonly (readonly [text: string, mark: string])[] = [
  ['</script><img src=x onerror=alert(1)>', 'onerror=alert(1)'],
  ['"><svg onload=alert(1)>', 'onload=alert(1)'],
  [`'-alert(1)-'{{7*7}}$\{7*7}`, '{{7*7}}'],
  ['javascript:alert(1)', 'javascript:alert(1)'],
  ['a\r\nSet-Cookie: evil=1\r\n\r\n<b class=evil>', 'Set-Cookie: evil=1'],
  ['%0d%0aSet-Cookie:%20evil=1<b class=evil>', '%0d%0aSet-Cookie'],
  ['=1+1<b class=evil>', '=1+1'],
  ['<b class=evil>\u202etxt.exe', 'txt.exe'],
  [`<b class=evil>${'가'.repeat(135)}😀나`, '가'.repeat(40)],
];
const TEXTS = MARKS.map(([text]) => text);
const NOTHING = { elements: [], links: [], cookies: [] };

interface Visitor {
  page: Page;
  dialogs: string[];
}

/** Every field that people write, on every page that shows it, in a browser. */
describe('text that would be something else', () => {
  const site = useOwnProduct({ LOG_LEVEL: 'debug', WEB_CONCURRENCY: '1' });
  let browser: Browser;
  let crowd: Crowd;
  let admin: Crowd;
  /** one browser for each, which keeps the files that every page has */
  let asMember: BrowserContext;
  let asAdmin: BrowserContext;

  beforeAll(async () => {
    browser = await launchBrowser();
    await untilAnswering(site.url);
    crowd = await createCrowd(site.env, { rows: TEXTS.length, now: new Date() });
    admin = await createCrowd(site.env, { rows: TEXTS.length, now: new Date(), role: 'ADMIN' });
    [asMember, asAdmin] = [await contextOf(crowd.me), await contextOf(admin.me)];
  });
  afterAll(() => browser.close());

  /**
   * As if each had got past what is judged on its way in: in every table the rows have the texts by turns. Nicknames the
   * database keeps to letters and digits.
   */
  async function writeEverywhere() {
    const { db } = site.env;
    const columns = {
      Item: ['title', 'body'],
      Room: ['lastBody'],
      Message: ['body'],
      Review: ['body'],
      Report: ['text', 'resolution'],
      Feedback: ['title', 'body'],
      Alert: ['title'],
      RentalEvent: ['reason'],
    };
    for (const [table, names] of Object.entries(columns)) {
      const values = names.map((name) => `"${name}" = ($1::text[])[turn."text"]`).join(', ');
      await inTurn(table, values);
    }
    await inTurn('Category', '"name" = ($1::text[])[turn."text"] || "id"');
    await db.auditLog.createMany({
      data: TEXTS.map((reason) => ({
        ...{ adminId: admin.me.id, action: 'member.suspended', targetType: 'member', targetId: crowd.me.id },
        detail: { reason },
      })),
    });
    // Each text is what a room is about.
    await db.$executeRaw`UPDATE "Room" SET "itemId" = item."id" FROM "Item" item
      WHERE item."authorId" = "Room"."authorId" AND item."title" = "Room"."lastBody"`;
  }

  async function inTurn(table: string, values: string) {
    const turns = `SELECT ctid AS "row", 1 + row_number() OVER () % ${TEXTS.length} AS "text" FROM "${table}"`;
    const statement = `UPDATE "${table}" SET ${values} FROM (${turns}) turn WHERE "${table}".ctid = turn."row"`;
    await site.env.db.$executeRawUnsafe(statement, TEXTS);
  }

  const lists = () => ['/', `/users/${crowd.me.id}`, '/chats', '/mypage', ...tabs];
  const tabs = ['items', 'profile', 'feedback'].map((tab) => `/mypage?tab=${tab}`);
  const desks = ['members', 'items', 'reports', 'feedback', 'categories', 'audit'].map(
    (name) => `/admin/${name}`,
  );

  async function contextOf(who: { id: string }): Promise<BrowserContext> {
    const context = await browser.newContext({ baseURL: site.url, locale: 'ko-KR' });
    const pairs = (await browserCookieOf(who.id)).split('; ').filter((pair) => !pair.startsWith('__'));
    for (const pair of pairs) {
      const at = pair.indexOf('=');
      await context.addCookies([{ name: pair.slice(0, at), value: pair.slice(at + 1), url: site.url }]);
    }
    return context;
  }

  async function open(context: BrowserContext): Promise<Visitor> {
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

  /** Which of the texts a page shows, or has in its data. */
  async function visit({ page, dialogs }: Visitor, path: string): Promise<string[]> {
    const answer = await page.goto(path, { waitUntil: 'load' });
    expect([path, answer?.status()]).toEqual([path, 200]);
    expect([path, await made(page)]).toEqual([path, NOTHING]);
    expect([path, dialogs]).toEqual([path, []]);
    const content = await page.content();
    return MARKS.flatMap(([text, mark]) => (content.includes(mark) ? [text] : []));
  }

  it('stays text in every list', async () => {
    await writeEverywhere();
    const [member, desk] = [await open(asMember), await open(asAdmin)];
    const seen: string[] = [];
    for (const path of lists()) seen.push(...(await visit(member, path)));
    for (const path of desks) seen.push(...(await visit(desk, path)));
    // Else nothing was found for want of being there.
    for (const text of TEXTS)
      expect([text, seen.filter((one) => one === text).length > 8]).toEqual([text, true]);

    await afterHydration(member.page);
    await member.page.getByRole('button', { name: '알림' }).click();
    for (const text of TEXTS) await isHere(member.page, text);
    expect(await made(member.page)).toEqual(NOTHING);
    expect(member.dialogs).toEqual([]);
    for (const visitor of [member, desk]) await close(visitor);
  }, 120_000);

  it.each(TEXTS)('%j stays text where it is alone', async (text) => {
    const { db } = site.env;
    const item = await db.item.findFirstOrThrow({ where: { title: text, authorId: crowd.me.id } });
    const room = await db.room.findFirstOrThrow({ where: { itemId: item.id, authorId: crowd.me.id } });
    const member = await open(asMember);
    const said = encodeURIComponent(text);
    for (const path of [
      ...[`/search?q=${said}`, `/items/${item.id}/edit`, `/chats/${room.id}`],
      ...[`/login?next=${said}&notice=${said}`, `/items/${item.id}`],
    ]) {
      const seen = await visit(member, path);
      if (!path.startsWith('/login')) expect([path, seen]).toEqual([path, expect.arrayContaining([text])]);
    }
    await expectMetadata(member.page, text);
    await close(member);
  });

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

  /** Of the page of an item that is called so. */
  async function expectMetadata(page: Page, text: string) {
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

  /** Spaces are the page's to break. */
  function isHere(page: Page, text: string) {
    return page.waitForFunction(
      (wanted) => document.body.innerText.replace(/\s+/g, '').includes(wanted),
      text.replace(/\s+/g, '').slice(0, 60),
    );
  }

  /** What forms take of a text: not the mark that turns the line around. */
  const taken = (text: string) => text.replace('\u202e', '');

  it('stays text on its way through the forms', async () => {
    const [member, desk] = [await open(asMember), await open(asAdmin)];
    const { page } = member;
    const items: string[] = [];
    for (const text of TEXTS) {
      await page.goto('/items/new');
      await page.getByLabel('빌려드려요').check();
      await page.getByLabel('카테고리').selectOption({ index: 1 });
      await page.getByLabel('제목').fill(text.slice(0, MAX_TITLE));
      await page.getByLabel('내용').fill(text);
      await page.getByRole('button', { name: '등록하기' }).click();
      await page.waitForURL(/\/items\/[0-9a-f-]{36}$/);
      items.push(page.url());
      await isHere(page, taken(text));
      expect(await made(page)).toEqual(NOTHING);
    }

    await page.goto(`/chats/${crowd.room}`);
    for (const text of TEXTS) {
      await page.getByLabel('메시지 입력').fill(text);
      await page.getByRole('button', { name: '보내기', exact: true }).click();
      await isHere(page, taken(text));
    }
    await page.reload();
    for (const text of TEXTS) await isHere(page, taken(text));
    expect(await made(page)).toEqual(NOTHING);

    for (const text of TEXTS) {
      await page.goto('/mypage?tab=feedback');
      await page.getByLabel('제목').fill(text.slice(0, 60));
      await page.getByLabel('내용').fill(text);
      await page.getByRole('button', { name: '피드백 보내기' }).click();
      await page.getByText('피드백을 보냈어요').waitFor();
    }

    for (const [index, text] of TEXTS.entries()) {
      await desk.page.goto(items[index] ?? '');
      await desk.page.getByRole('button', { name: '신고하기' }).click();
      const dialog = desk.page.getByRole('dialog');
      await dialog.getByLabel('기타').check();
      await dialog.getByLabel('상세 내용').fill(text);
      await dialog.getByRole('button', { name: '신고하기' }).click();
      await desk.page.getByText('신고 접수됨').waitFor();
    }
    for (const path of ['/admin/feedback', '/admin/reports']) {
      await desk.page.goto(path);
      for (const text of TEXTS) await isHere(desk.page, taken(text));
      expect(await made(desk.page)).toEqual(NOTHING);
    }

    expect([...member.dialogs, ...desk.dialogs]).toEqual([]);
    for (const visitor of [member, desk]) await close(visitor);
  }, 180_000);

  it('is in no line of the log', () => {
    const log = site.output.join('\n');
    expect(Number(/"pages":(\d+),"msg":"pages are loaded"/.exec(log)?.[1])).toBeGreaterThan(20);
    for (const text of TEXTS) expect(log).not.toContain(text.slice(0, 12));
  });
});
