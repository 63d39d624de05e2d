import type { Browser } from 'playwright-core';
import { launchBrowser, newPerson, type Person } from '@/tests/support/browser';
import { newAccount, signUp } from './support/people';
import { request } from './support/rentals';

/** Point 5, the other end: an item that is not listed again by itself, on phones. */
describe('an item that closes after its rental', () => {
  let browser: Browser;
  let lender: Person;
  let renter: Person;
  let itemPath = '';

  beforeAll(async () => {
    browser = await launchBrowser();
    [lender, renter] = await Promise.all([
      newPerson(browser, { width: 360 }),
      newPerson(browser, { width: 360 }),
    ]);
    await signUp(lender, newAccount('dari'));
    await signUp(renter, newAccount('bora'));
  });
  afterAll(async () => {
    await browser.close();
  });

  it('is posted once for a double click', async () => {
    const { page } = lender;
    const title = `다리미 ${Date.now() % 100_000}`;
    await page.goto('/items/new');
    await page.getByLabel('카테고리').selectOption({ label: '생활가전' });
    await page.getByLabel('제목').fill(title);
    await page.getByLabel('내용').fill('스팀이 잘 나와요.');
    await page.getByLabel('가격', { exact: true }).fill('0');
    await page.getByLabel('반납 후 자동으로 다시 등록').uncheck();
    await page.getByRole('button', { name: '등록하기' }).dblclick();
    await page.waitForURL(/\/items\/[0-9a-f-]{36}$/);
    itemPath = new URL(page.url()).pathname;
    await page.goto('/mypage?tab=items');
    await page.getByText(title).first().waitFor();
    expect(await page.getByRole('link', { name: new RegExp(title) }).count()).toBe(1);
  });

  it('is closed when the rental ends, and available again with 다시 등록하기', async () => {
    await renter.page.goto(itemPath);
    await renter.page.getByText('무료 대여').first().waitFor();
    await renter.page.getByRole('button', { name: '문의하기' }).click();
    await renter.page.waitForURL(/\/chats\//);
    await request(renter, new Date(), new Date(Date.now() + 7_200_000), '무료');
    await lender.page.goto(new URL(renter.page.url()).pathname);
    await lender.page.getByRole('button', { name: '수락' }).click();
    await lender.page.getByRole('button', { name: '대여 종료하기' }).click();
    await lender.page.getByRole('button', { name: '다시 등록하기' }).waitFor();
    await renter.page.goto(itemPath);
    await renter.page.getByText('대여 종료').first().waitFor();
    await lender.page.getByRole('button', { name: '다시 등록하기' }).click();
    await lender.page.getByRole('button', { name: '다시 등록하기' }).waitFor({ state: 'detached' });
    await renter.page.reload();
    await renter.page.getByText('대여 가능').first().waitFor();
    expect([...lender.problems, ...renter.problems]).toEqual([]);
  });
});
