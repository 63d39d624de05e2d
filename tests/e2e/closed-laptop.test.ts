import type { Browser } from 'playwright-core';
import { launchBrowser, newPerson, type Person } from '@/tests/support/browser';
import { shownAlerts, signIn, unreadAlerts } from './support/people';

const DEMO = { password: 'Demo!2345' };

/** Point 6: whoever was away finds everything, in order, once. */
describe('a closed laptop', () => {
  let browser: Browser;
  let lender: Person;
  let renter: Person;
  let roomPath = '';
  const run = Date.now().toString(36);

  beforeAll(async () => {
    browser = await launchBrowser();
    [lender, renter] = await Promise.all([newPerson(browser), newPerson(browser, { width: 360 })]);
    await signIn(lender, { ...DEMO, email: 'lender@example.com' });
    await signIn(renter, { ...DEMO, email: 'renter@example.com' });
    roomPath = await commonRoom(lender, renter);
    await Promise.all([lender.page.goto(roomPath), renter.page.goto(roomPath)]);
  });
  afterAll(async () => {
    await browser.close();
  });

  it('sends what was written without a connection, in order, once it is back', async () => {
    await write(renter, `${run} 연결 전`);
    await lender.page.getByText(`${run} 연결 전`).waitFor();
    await renter.context.setOffline(true);
    for (const index of [1, 2, 3]) await write(renter, `${run} 지하철 ${index}`);
    for (const index of [1, 2]) await write(lender, `${run} 그사이 ${index}`);
    await renter.context.setOffline(false);
    await lender.page.getByText(`${run} 지하철 3`).waitFor();
    await renter.page.getByText(`${run} 그사이 2`).waitFor();
    await renter.page.getByText(`${run} 지하철 3`).waitFor();
    const mine = await thread(renter, run);
    const theirs = await thread(lender, run);
    expect(theirs).toEqual(mine);
    expect(new Set(mine).size).toBe(6);
    expect(mine.filter((text) => text.includes('지하철'))).toEqual(
      [1, 2, 3].map((index) => `${run} 지하철 ${index}`),
    );
  });

  it('keeps what was written when the page is closed before it was sent', async () => {
    await renter.context.setOffline(true);
    await write(renter, `${run} 닫기 전에 쓴 말`);
    await renter.page.close();
    await renter.context.setOffline(false);
    renter.page = await renter.context.newPage();
    await renter.page.goto(roomPath);
    await lender.page.getByText(`${run} 닫기 전에 쓴 말`).waitFor();
    await renter.page.getByText(`${run} 닫기 전에 쓴 말`).waitFor();
    expect((await thread(lender, run)).filter((text) => text.includes('닫기 전에')).length).toBe(1);
  });

  it('shows everything that was said while the page was closed, with a count', async () => {
    const before = await shownAlerts(renter);
    await renter.page.close();
    for (const index of [1, 2, 3]) await write(lender, `${run} 없는 동안 ${index}`);
    renter.page = await renter.context.newPage();
    await renter.page.goto('/');
    await unreadAlerts(renter, before + 3);
    await renter.page.goto(roomPath);
    await renter.page.getByText(`${run} 없는 동안 3`).waitFor();
    expect(await thread(renter, run)).toEqual(await thread(lender, run));
  });

  it('keeps the place of who reads further up, and leads back to the newest message', async () => {
    const { page } = renter;
    const box = page.getByRole('log').locator('..');
    const lines = Array.from({ length: 12 }, (_, index) => `${run} 긴 이야기 ${index}\n둘째 줄\n셋째 줄`);
    for (const line of lines) await write(lender, line);
    await page.getByText(`${run} 긴 이야기 11`).waitFor();
    expect(await box.evaluate(({ scrollTop }) => scrollTop)).toBe(0);

    await box.evaluate((element) => element.scrollTo(0, -300));
    const anchor = page.getByText(`${run} 긴 이야기 6`);
    await page.waitForFunction(() => document.querySelector('[role=log]')?.parentElement?.scrollTop === -300);
    const topOf = async () => (await anchor.boundingBox())?.y ?? 0;
    const top = await topOf();
    for (const index of [1, 2, 3]) {
      await write(lender, `${run} 그사이에 온 말 ${index}`);
      await page.getByRole('button', { name: `새 메시지 ${index}개` }).waitFor();
      expect(Math.abs((await topOf()) - top)).toBeLessThan(2);
    }
    await page.getByRole('button', { name: '새 메시지 3개' }).click();
    await page.waitForFunction(() => document.querySelector('[role=log]')?.parentElement?.scrollTop === 0);
    await page.getByRole('button', { name: /^새 메시지/ }).waitFor({ state: 'detached' });

    await box.evaluate((element) => element.scrollTo(0, -300));
    await write(renter, `${run} 내 말`);
    await page.waitForFunction(() => document.querySelector('[role=log]')?.parentElement?.scrollTop === 0);
    await page.getByText(`${run} 내 말`).waitFor();
  });
});

async function commonRoom(one: Person, other: Person): Promise<string> {
  const rooms = async ({ page }: Person) => {
    await page.goto('/chats');
    return page
      .locator('main a[href^="/chats/"]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  };
  const theirs = new Set(await rooms(other));
  const common = (await rooms(one)).find((room) => theirs.has(room));
  if (!common) throw new Error('The demo accounts share no room.');
  return common;
}

async function write({ page }: Person, text: string) {
  await page.getByLabel('메시지 입력').fill(text);
  await page.getByLabel('메시지 입력').press('Enter');
  await page.getByText(text, { exact: true }).waitFor();
}

/** The bubbles of this run, from top to bottom. */
async function thread({ page }: Person, run: string): Promise<string[]> {
  const texts = await page
    .getByRole('log')
    .getByText(new RegExp(`^${run} `))
    .allTextContents();
  return texts.map((text) => text.trim());
}
