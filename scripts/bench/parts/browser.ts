import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { chromiumOptions } from '../../test/chromium';
import { startBareNext } from '../bare-next';
import { firstLoadKb } from '../first-load';
import {
  CATEGORIES,
  type Category,
  installLighthouse,
  type Judgement,
  judge,
  judgeSlowed,
} from '../lighthouse';
import { median } from '../load';
import { startProduct } from '../product';
import { type Row, rowOf, toldOnly } from '../rows';
import { signIn } from '../sign-in';
import { freePort } from '../site';

const ROUNDS = 5;
const SLOWED_ROUNDS = 3;
const AT_LEAST: Record<Category, number> = {
  performance: 95,
  accessibility: 100,
  'best-practices': 100,
  seo: 100,
};
const BARE_PAGE = {
  'app/layout.jsx': `export default function Layout({ children }) { return <html lang="ko"><body>{children}</body></html>; }\n`,
  'app/page.jsx': `export default function Page() { return <h1>Bare</h1>; }\n`,
};

interface Shown {
  name: string;
  url: string;
}

/** What a phone makes of the product with its demo data: Lighthouse, and the JavaScript of a first visit. */
export async function benchBrowser(): Promise<Row[]> {
  await installLighthouse();
  const folder = await mkdtemp(join(tmpdir(), 'egodaeyeo-bench-'));
  const product = await startProduct('.', join(folder, 'data'));
  const port = await freePort();
  const browser = await chromium.launchPersistentContext(join(folder, 'chromium'), {
    ...chromiumOptions(['--lang=ko-KR', `--remote-debugging-port=${port}`]),
    locale: 'ko-KR',
    env: { ...process.env, TZ: 'Asia/Seoul' },
  });
  try {
    const pages = await publicPages(product.url, browser);
    const rows = await bareRows(product.url, pages, port);
    for (const page of pages) rows.push(...(await judgeRows(page, port)));
    rows.push(...(await judgeRows(await ownRoom(product.url, browser), port)));
    return rows;
  } finally {
    await browser.close();
    await product.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function publicPages(base: string, browser: BrowserContext): Promise<Shown[]> {
  const page = await browser.newPage();
  await page.goto(base);
  const item = await firstHref(page, 'main a[href^="/items/"]');
  await page.close();
  return [
    { name: '/', url: `${base}/` },
    { name: '/items/[id]', url: base + item },
    { name: '/search', url: `${base}/search` },
  ];
}

/** From here on the browser is a member's. */
async function ownRoom(base: string, browser: BrowserContext): Promise<Shown> {
  const page = await browser.newPage();
  await signIn(page, base, 'lender');
  await page.goto(`${base}/chats`);
  const room = await firstHref(page, 'main a[href^="/chats/"]');
  await page.close();
  return { name: '/chats/[id]', url: base + room };
}

async function firstHref(page: Page, selector: string): Promise<string> {
  const href = await page.locator(selector).first().getAttribute('href');
  if (!href) throw new Error(`Nothing is at ${selector}.`);
  return href;
}

/** A page of nothing, built now with the same packages: JavaScript above it, and what Lighthouse thinks of it on this machine. */
async function bareRows(base: string, pages: readonly Shown[], port: number): Promise<Row[]> {
  const bare = await startBareNext('bare-first-load', BARE_PAGE);
  try {
    const bareKb = await firstLoadKb(bare.url, '/');
    const rows: Row[] = [];
    for (const { name, url } of pages.filter((page) => page.name !== '/search')) {
      const beyond = (await firstLoadKb(base, new URL(url).pathname)) - bareKb;
      const what = `first-load JavaScript of ${name} above a bare Next.js page (${bareKb.toFixed(1)} kB)`;
      rows.push(rowOf('browser', what, 'kB', [beyond, null], { atMost: 40 }));
    }
    const score = median((await judgeOften(bare.url, port)).map(({ scores }) => scores.performance));
    const what = 'Lighthouse, mobile, a bare Next.js page: performance';
    const simulated = toldOnly(rowOf('browser', what, '', [score, null], { atLeast: AT_LEAST.performance }));
    return [...rows, simulated, await slowedRow({ name: 'a bare Next.js page', url: bare.url }, port)];
  } finally {
    await bare.stop();
  }
}

async function judgeOften(url: string, port: number): Promise<Judgement[]> {
  const judged: Judgement[] = [];
  for (let round = 0; round < ROUNDS; round += 1) judged.push(await judge(url, port));
  return judged;
}

async function judgeRows({ name, url }: Shown, port: number): Promise<Row[]> {
  const judged = await judgeOften(url, port);
  for (const fault of new Set(judged.flatMap(({ faults }) => faults))) console.error(`${name}: ${fault}`);
  const rows = CATEGORIES.map((category) => {
    const score = median(judged.map(({ scores }) => scores[category]));
    const bound = { atLeast: AT_LEAST[category] };
    return rowOf('browser', `Lighthouse, mobile, ${name}: ${category}`, '', [score, null], bound);
  });
  const shift = Math.max(...judged.map((one) => one.shift));
  return [
    ...rows,
    rowOf('browser', `Lighthouse, mobile, ${name}: layout shift`, '', [shift, null], { atMost: 0 }),
    await slowedRow({ name, url }, port),
  ];
}

/** Beside the simulation, which multiplies what two cores do at the same time by four: the phone's speed in fact. */
async function slowedRow({ name, url }: Shown, port: number): Promise<Row> {
  const scores: number[] = [];
  for (let round = 0; round < SLOWED_ROUNDS; round += 1) scores.push(await judgeSlowed(url, port));
  const what = `Lighthouse, mobile, ${name}: performance, slowed down in fact`;
  return toldOnly(rowOf('browser', what, '', [median(scores), null], { atLeast: AT_LEAST.performance }));
}
