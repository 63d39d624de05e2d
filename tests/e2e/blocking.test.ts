import type { Browser } from 'playwright-core';
import { launchBrowser, newPerson, type Person } from '@/tests/support/browser';
import { newAccount, signUp } from './support/people';
import { say } from './support/rentals';

/** Two people of the demo's lists, in two browsers. */
describe('blocking a neighbour', () => {
  let browser: Browser;
  let lender: Person;
  let renter: Person;
  const accounts = { lender: newAccount('bl'), renter: newAccount('br') };
  const title = `차단 ${Date.now() % 100_000}`;
  let itemPath = '';
  let roomPath = '';

  beforeAll(async () => {
    browser = await launchBrowser();
    [lender, renter] = await Promise.all([newPerson(browser), newPerson(browser)]);
    await signUp(lender, accounts.lender);
    await signUp(renter, accounts.renter);
    const { page } = lender;
    await page.goto('/items/new');
    await page.getByLabel('빌려드려요').check();
    await page.getByLabel('카테고리').selectOption({ label: '공구' });
    await page.getByLabel('제목').fill(title);
    await page.getByLabel('내용').fill('튼튼해요');
    await page.getByRole('button', { name: '등록하기' }).click();
    await page.waitForURL(/\/items\/[0-9a-f-]{36}$/);
    itemPath = new URL(page.url()).pathname;
    await renter.page.goto(itemPath);
    await renter.page.getByRole('button', { name: '문의하기' }).click();
    await renter.page.waitForURL(/\/chats\/[0-9a-f-]{36}$/);
    roomPath = new URL(renter.page.url()).pathname;
    await say(renter, '안녕하세요');
  });
  afterAll(() => browser.close());

  it('is asked about first, and shuts the room for both while its thread stays', async () => {
    const { page } = lender;
    await page.goto(roomPath);
    await page.getByText('안녕하세요').first().waitFor();
    // Who is there is told sooner or later; who is not writes on.
    await renter.context.setOffline(true);
    await renter.page.getByLabel('메시지 입력').fill('계세요?');
    await renter.page.keyboard.press('Enter');
    await page.getByRole('button', { name: '차단하기' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(`${accounts.renter.nickname} 님을 차단할까요?`).waitFor();
    await dialog.getByRole('button', { name: '차단하기' }).click();
    await page.getByText('차단한 이웃이에요. 다시 이야기하려면').waitFor();
    expect(await page.getByLabel('메시지 입력').count()).toBe(0);
    expect(await page.getByText('안녕하세요').first().isVisible()).toBe(true);
    expect(await page.getByText('계세요?').count()).toBe(0);
    await renter.context.setOffline(false);
    await renter.page.getByText('서로 대화할 수 없는 상대예요.').first().waitFor();
    await renter.page.getByRole('button', { name: 'English' }).click();
    await renter.page.getByRole('button', { name: 'Send again' }).click();
    await renter.page.getByText('You and this member can’t contact each other.').first().waitFor();
    await renter.page.getByRole('button', { name: '한국어' }).click();
    await renter.page.getByRole('button', { name: 'English' }).waitFor();
    await renter.page.reload();
    await renter.page.getByText('대화할 수 없는 상대예요. 지난 대화는').waitFor();
    expect(await renter.page.getByRole('button', { name: '대여 신청' }).count()).toBe(0);
  });

  it('takes item and profile away from the other', async () => {
    const { page } = renter;
    expect((await page.goto(itemPath))?.status()).toBe(404);
    await page.goto(`/search?q=${encodeURIComponent(title)}&region=`);
    expect(await page.getByRole('link', { name: title }).count()).toBe(0);
  });

  it('stands on 마이페이지, and is taken back there', async () => {
    const { page } = lender;
    await page.goto('/mypage?tab=profile');
    const row = page.getByRole('listitem').filter({ hasText: accounts.renter.nickname });
    await row.getByRole('button', { name: '차단 해제' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '차단 해제' }).click();
    await page.getByText('차단한 이웃이 없어요.').waitFor();
    await renter.page.goto(roomPath);
    await renter.page.getByRole('button', { name: '다시 보내기' }).click();
    await page.goto(roomPath);
    await page.getByText('계세요?').first().waitFor();
    expect((await renter.page.goto(itemPath))?.status()).toBe(200);
  });
});
