import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { chromiumOptions } from '@/scripts/test/chromium';

/** A page whose unexpected console errors and exceptions are kept, so that a test can fail on them. */
export interface Person {
  context: BrowserContext;
  page: Page;
  problems: string[];
}

export function productUrl(): string {
  const url = process.env.PRODUCT_URL;
  if (!url) throw new Error('The product is not running: tests/support/product-setup.mjs starts it.');
  return url;
}

export function launchBrowser(): Promise<Browser> {
  return chromium.launch(chromiumOptions());
}

/**
 * What Chromium says of a frame sent between a server's goodbye and the page's hearing of it. Where Redis is restarted all
 * the time (scripts/test/cluster.ts) servers end connections on purpose (lib/realtime/server/join-anew.ts), and what was
 * sent then is sent again; anywhere else it would be a fault.
 */
const SENT_WHILE_CLOSING = 'WebSocket is already in CLOSING or CLOSED state.';
let people = 0;

/** Where two processes share the work, people who meet are on different ones (tests/chaos/balancer.ts). */
function nextCookie() {
  people += 1;
  return { name: 'person', value: people % 2 === 0 ? 'even' : 'odd', url: productUrl() };
}

/**
 * A person with a browser of their own.
 *
 * @param width of the window in CSS pixels
 */
export async function newPerson(browser: Browser, { width = 1280, locale = 'ko-KR' } = {}): Promise<Person> {
  const context = await browser.newContext({
    baseURL: productUrl(),
    viewport: { width, height: width < 600 ? 780 : 860 },
    locale,
    timezoneId: 'Asia/Seoul',
  });
  context.setDefaultTimeout(20_000);
  await context.addCookies([nextCookie()]);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    if (process.env.REDIS_IS_RESTARTED && message.text() === SENT_WHILE_CLOSING) return;
    problems.push(`${message.text()} (${message.location().url})`);
  });
  return { context, page, problems };
}
