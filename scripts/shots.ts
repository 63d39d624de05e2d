// `npm run shots`: every screen, at 360 and 1280 px, light and dark, ko and en, from the running product (PRODUCT_URL, default
// http://localhost:3000) with its demo data, into shots/.
import { mkdir, rm } from 'node:fs/promises';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { chromiumOptions } from './test/chromium';
import { FOR_A_BROWSER, requireTools } from './test/tools';

const BASE = process.env.PRODUCT_URL || 'http://localhost:3000';
const WIDTHS = [360, 1280];
const THEMES = ['light', 'dark'] as const;
const LOCALES = ['ko', 'en'] as const;
const ONLY = process.argv[2];

type Theme = (typeof THEMES)[number];
type Locale = (typeof LOCALES)[number];
type Screen = { name: string; as: 'visitor' | 'lender' | 'renter'; path: (found: Found) => string };
interface Found {
  item: string;
  ownItem: string;
  room: string;
  user: string;
}

const SCREENS: Screen[] = [
  { name: 'home', as: 'visitor', path: () => '/' },
  { name: 'home-member', as: 'renter', path: () => '/' },
  { name: 'home-wanted', as: 'visitor', path: () => '/?section=WANTED' },
  { name: 'search', as: 'visitor', path: () => `/search?q=${encodeURIComponent('캠핑')}` },
  { name: 'search-empty', as: 'visitor', path: () => `/search?q=${encodeURIComponent('없는물건')}` },
  { name: 'item', as: 'renter', path: ({ item }) => item },
  { name: 'item-own', as: 'lender', path: ({ ownItem }) => ownItem },
  { name: 'user', as: 'visitor', path: ({ user }) => user },
  { name: 'signup', as: 'visitor', path: () => '/signup' },
  { name: 'login', as: 'visitor', path: () => '/login' },
  { name: 'item-new', as: 'lender', path: () => '/items/new' },
  { name: 'item-edit', as: 'lender', path: ({ ownItem }) => `${ownItem}/edit` },
  { name: 'chats', as: 'lender', path: () => '/chats' },
  { name: 'room', as: 'lender', path: ({ room }) => room },
  { name: 'mypage-ongoing', as: 'renter', path: () => '/mypage?tab=ongoing' },
  { name: 'mypage-closed', as: 'renter', path: () => '/mypage?tab=closed' },
  { name: 'mypage-bookmarks', as: 'renter', path: () => '/mypage?tab=bookmarks' },
  { name: 'mypage-items', as: 'lender', path: () => '/mypage?tab=items' },
  { name: 'not-found', as: 'visitor', path: () => '/items/00000000-0000-4000-8000-000000000000' },
];

async function main() {
  await requireTools(FOR_A_BROWSER);
  await rm('shots', { recursive: true, force: true });
  await mkdir('shots', { recursive: true });
  const browser = await chromium.launch(chromiumOptions());
  const states = {
    lender: await signIn(browser, 'lender'),
    renter: await signIn(browser, 'renter'),
    visitor: undefined,
  };
  const found = await findPages(browser, states.lender);
  for (const locale of LOCALES) {
    for (const theme of THEMES) {
      for (const width of WIDTHS) {
        for (const screen of SCREENS.filter(({ name }) => !ONLY || name.startsWith(ONLY))) {
          const context = await openContext(browser, states[screen.as], { width, theme, locale });
          await shoot(context, screen.path(found), `shots/${screen.name}-${width}-${theme}-${locale}.png`);
          await context.close();
        }
      }
    }
  }
  await browser.close();
}

type State = Awaited<ReturnType<BrowserContext['storageState']>>;

async function signIn(browser: Browser, name: string): Promise<State> {
  const context = await browser.newContext({ baseURL: BASE, locale: 'ko-KR' });
  const page = await context.newPage();
  await page.goto('/login');
  await page.getByLabel('이메일').fill(`${name}@example.com`);
  await page.getByLabel('비밀번호', { exact: true }).fill('Demo!2345');
  await page.getByRole('main').getByRole('button', { name: '로그인' }).click();
  await page.waitForURL((url) => url.pathname !== '/login');
  const state = await context.storageState();
  await context.close();
  return state;
}

async function findPages(browser: Browser, lender: State): Promise<Found> {
  const context = await browser.newContext({ baseURL: BASE, locale: 'ko-KR', storageState: lender });
  const page = await context.newPage();
  const firstLink = async (path: string, selector: string) => {
    await page.goto(path);
    return (await page.locator(selector).first().getAttribute('href')) ?? '/';
  };
  const found = {
    ownItem: await firstLink(
      '/mypage?tab=items',
      'main a[href^="/items/"]:not([href*="edit"]):not([href$="new"])',
    ),
    room: await firstLink('/chats', 'main a[href^="/chats/"]'),
    item: '',
    user: '',
  };
  found.item = await firstLink('/', 'main a[href^="/items/"]:not([href$="new"])');
  found.user = await firstLink(found.item, 'main a[href^="/users/"]');
  await context.close();
  return found;
}

function openContext(
  browser: Browser,
  storageState: State | undefined,
  { width, theme, locale }: { width: number; theme: Theme; locale: Locale },
) {
  return browser.newContext({
    baseURL: BASE,
    viewport: { width, height: width < 600 ? 780 : 860 },
    deviceScaleFactor: 1,
    colorScheme: theme,
    locale: locale === 'ko' ? 'ko-KR' : 'en-US',
    timezoneId: 'Asia/Seoul',
    ...(storageState ? { storageState: { ...storageState, origins: [] } } : {}),
  });
}

async function shoot(context: BrowserContext, path: string, file: string) {
  const page = await context.newPage();
  await page.goto(path, { waitUntil: 'load' });
  await page.waitForTimeout(700);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (overflow > 0) console.warn(`${file}: ${overflow} px wider than the window`);
  await page.screenshot({ path: file, fullPage: false });
}

void main();
