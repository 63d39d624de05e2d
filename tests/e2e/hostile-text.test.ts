import type { Browser, Page } from 'playwright-core';
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
];

/** Every field that people write, on every page that shows it, in a browser. */
describe('text that would be something else', () => {
  const site = useOwnProduct({ LOG_LEVEL: 'debug' });
  let browser: Browser;
  let crowd: Crowd;
  let admin: Crowd;
  let messageRoom: string;

  beforeAll(async () => {
    browser = await launchBrowser();
    await untilAnswering(site.url);
    crowd = await createCrowd(site.env, { rows: 2, now: new Date() });
    admin = await createCrowd(site.env, { rows: 2, now: new Date(), role: 'ADMIN' });
    messageRoom = crowd.room;
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

  async function open(who: { id: string }): Promise<{ page: Page; dialogs: string[] }> {
    const context = await browser.newContext({ baseURL: site.url });
    const pairs = (await browserCookieOf(who.id)).split('; ').filter((pair) => !pair.startsWith('__'));
    for (const pair of pairs) {
      const at = pair.indexOf('=');
      await context.addCookies([{ name: pair.slice(0, at), value: pair.slice(at + 1), url: site.url }]);
    }
    const page = await context.newPage();
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    return { page, dialogs };
  }

  it.each(TEXTS)(
    '%j stays text',
    async (text) => {
      await writeEverywhere(text);
      const [member, desk] = [await open(crowd.me), await open(admin.me)];
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
      for (const { page } of [member, desk]) await page.context().close();
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
    const scripts = await page.locator('script[type="application/ld+json"]').allTextContents();
    expect(scripts).toHaveLength(1);
    expect(JSON.parse(scripts[0] ?? '')).toMatchObject({ name: text });
    const title = await page.locator('meta[property="og:title"]').getAttribute('content');
    expect(title?.replace(/\s+/g, ' ')).toBe(text.replace(/\s+/g, ' '));
  }

  it('is in no line of the log', () => {
    const log = site.output.join('\n');
    for (const text of TEXTS) expect(log).not.toContain(text.slice(0, 12));
  });
});
