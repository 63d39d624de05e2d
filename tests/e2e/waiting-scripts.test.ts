import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page, Request } from 'playwright-core';
import { launchBrowser, newPerson, type Person } from '@/tests/support/browser';
import { signIn } from './support/people';

const OF_THE_BUILD = /\/_next\/static\/.*\.js$/;

/** The scripts of a page come when it is painted, or 0.4 s after its head where that takes longer (lib/first-script.ts). */
describe('the scripts of a page wait for its first paint', () => {
  let browser: Browser;
  let person: Person;

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    person = await newPerson(browser);
  });
  afterEach(() => person.context.close());

  /** Opens a page whose styles come when `paint` is called, so that nothing is painted before. */
  async function openUnpainted(path: string, { hasTimer }: { hasTimer: boolean }) {
    const page = await person.context.newPage();
    if (!hasTimer) await page.addInitScript(withoutTimers);
    const asked: string[] = [];
    const isWaiting = (request: Request) => OF_THE_BUILD.test(request.url());
    page.on('request', (request) => isWaiting(request) && asked.push(request.url()));
    let letPaint = () => {};
    const painted = new Promise<void>((resolve) => {
      letPaint = resolve;
    });
    await page.route(/\.css$/, async (route) => {
      await painted;
      await route.continue();
    });
    await page.goto(path, { waitUntil: 'commit' });
    // Not by frames, of which there are none.
    await page.waitForFunction(() => document.querySelector('footer'), undefined, { polling: 50 });
    return { page, asked, paint: letPaint };
  }

  /** In the browser: the 0.4 s never end. */
  function withoutTimers() {
    const later = window.setTimeout;
    const patient = (run: TimerHandler, ms?: number) => (ms === 400 ? 0 : later(run, ms));
    window.setTimeout = patient as typeof window.setTimeout;
  }

  const waiting = (page: Page) => page.locator('script[type="text/waiting"]').count();
  const isAlive = (page: Page) =>
    page.waitForFunction(
      () => Object.keys(document.querySelector('main') ?? {}).some((key) => key.startsWith('__react')),
      undefined,
      { polling: 50 },
    );

  it('asks for none before it, for all after it, each once, and becomes alive', async () => {
    const { page, asked, paint } = await openUnpainted('/', { hasTimer: false });
    const count = await waiting(page);
    expect(count).toBeGreaterThan(5);
    // The one in the body is no more than a word that the page is there.
    expect(asked.length).toBeLessThanOrEqual(1);
    paint();
    await isAlive(page);
    expect(await waiting(page)).toBe(0);
    expect(asked.length).toBeGreaterThan(count);
    expect(new Set(asked).size).toBe(asked.length);
  });

  it('does not wait for ever where nothing is painted', async () => {
    const { page, asked, paint } = await openUnpainted('/', { hasTimer: true });
    while ((await waiting(page)) > 0) await sleep(50);
    expect(asked.length).toBeGreaterThan(5);
    expect(await page.evaluate(() => performance.getEntriesByType('paint').length)).toBe(0);
    paint();
    await isAlive(page);
  });

  it('a member’s pages as well', async () => {
    await signIn(person, { email: 'lender@example.com', password: 'Demo!2345' });
    for (const path of ['/', '/chats', '/search']) {
      const { page, paint } = await openUnpainted(path, { hasTimer: false });
      expect(await waiting(page)).toBeGreaterThan(5);
      paint();
      await isAlive(page);
      await page.close();
    }
    expect(person.problems).toEqual([]);
  });

  it('wakes nothing that is not of the build, whoever put it there', async () => {
    const page = await person.context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const foreign = [
      'https://elsewhere.example/_next/static/a.js',
      '/_next/static/../../api/v1/items',
      '/x.js',
    ];
    await page.route('**/login', async (route) => {
      const response = await route.fetch();
      const tags = foreign
        .map((src) => `<script type="text/waiting" src="${src}" async=""></script>`)
        .join('');
      await route.fulfill({ response, body: (await response.text()).replace('</head>', `${tags}</head>`) });
    });
    await page.goto('/login');
    await isAlive(page);
    expect(await waiting(page)).toBe(foreign.length);
    expect(asked.filter((url) => /elsewhere|v1\/items|\/x\.js/.test(url))).toEqual([]);
  });
});
