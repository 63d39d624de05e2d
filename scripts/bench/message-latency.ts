import { chromium, type Page } from 'playwright-core';
import { chromiumOptions } from '../test/chromium';
import { signIn } from './sign-in';
import { socketLatency } from './socket-latency';

const WARM_UP = 5;
const PAUSE_MS = 200;

export interface Latency {
  /** from pressing Enter in one browser until the text stands in the other's page */
  shown: number[];
  /** from socket to socket */
  received: number[];
}

/** Milliseconds that messages take between two members, one at a time; sorted, one figure a message. */
export async function messageLatency(base: string, count: number): Promise<Latency> {
  const browser = await chromium.launch(chromiumOptions());
  try {
    const [lender, renter] = await Promise.all([open('lender'), open('renter')]);
    const room = await commonRoom(lender, renter);
    await Promise.all([lender.goto(room), renter.goto(room)]);
    await Promise.all([lender, renter].map((page) => page.getByLabel('메시지 입력').waitFor()));
    await renter.waitForTimeout(1_500);
    const figures: number[] = [];
    for (let index = 0; index < count + WARM_UP; index += 1) {
      const ms = await sendAndSee(lender, renter, `측정 ${Date.now()}-${index}`);
      if (index >= WARM_UP) figures.push(ms);
      // People pause; without one the limit of events a second would be what is measured.
      await lender.waitForTimeout(PAUSE_MS);
    }
    const cookies = await Promise.all([cookieOf(lender), cookieOf(renter)]);
    await Promise.all([lender, renter].map((page) => page.goto('about:blank')));
    const received = await socketLatency(base, [cookies[0], cookies[1]], room.slice('/chats/'.length), count);
    return { shown: figures.sort((a, b) => a - b), received };
  } finally {
    await browser.close();
  }

  async function open(name: string): Promise<Page> {
    const context = await browser.newContext({ baseURL: base, locale: 'ko-KR' });
    // tsx names functions by a helper that pages do not have.
    await context.addInitScript({ content: 'globalThis.__name = (value) => value' });
    const page = await context.newPage();
    await signIn(page, base, name);
    return page;
  }
}

async function cookieOf(page: Page): Promise<string> {
  const cookies = await page.context().cookies();
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
}

async function commonRoom(lender: Page, renter: Page): Promise<string> {
  const roomsOf = async (page: Page) => {
    await page.goto('/chats');
    return page
      .locator('main a[href^="/chats/"]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  };
  const [mine, theirs] = await Promise.all([roomsOf(lender), roomsOf(renter)]);
  const common = mine.find((room) => room && theirs.includes(room));
  if (!common) throw new Error('The demo accounts share no room.');
  return common;
}

async function sendAndSee(from: Page, to: Page, text: string): Promise<number> {
  const seen = to.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const look = () => {
          if (!document.querySelector('[role=log]')?.textContent?.includes(wanted)) return;
          observer.disconnect();
          resolve(performance.timeOrigin + performance.now());
        };
        const observer = new MutationObserver(look);
        observer.observe(document.body, { childList: true, subtree: true, characterData: true });
      }),
    text,
  );
  await from.getByLabel('메시지 입력').fill(text);
  await from.evaluate(() => {
    const mark = (event: KeyboardEvent) => {
      if (event.key === 'Enter')
        Object.assign(window, { pressedAt: performance.timeOrigin + performance.now() });
    };
    window.addEventListener('keydown', mark, { capture: true, once: true });
  });
  await from.getByLabel('메시지 입력').press('Enter');
  const seenAt = await seen;
  return seenAt - (await from.evaluate(() => (window as unknown as { pressedAt: number }).pressedAt));
}
