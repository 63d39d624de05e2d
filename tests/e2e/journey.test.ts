import type { Browser } from 'playwright-core';
import { launchBrowser, newPerson, type Person } from '@/tests/support/browser';
import { newAccount, signUp, unreadAlerts } from './support/people';
import { colourPhoto, phonePhoto } from './support/photos';
import { request, review, say } from './support/rentals';

const HOUR_MS = 3_600_000;

/** Points 1 to 5 of "a rental between two people", walked in order by three people in three browsers. */
describe('a rental between two people', () => {
  let browser: Browser;
  let lender: Person;
  let renter: Person;
  let second: Person;
  let itemPath = '';
  const title = `전동드릴 ${Date.now() % 100_000}`;
  const accounts = { lender: newAccount('lend'), renter: newAccount('rent'), second: newAccount('seco') };

  beforeAll(async () => {
    browser = await launchBrowser();
    [lender, renter, second] = await Promise.all([
      newPerson(browser),
      newPerson(browser),
      newPerson(browser),
    ]);
  });
  afterAll(async () => {
    await browser.close();
  });

  it('lets three people sign up', async () => {
    await signUp(lender, accounts.lender);
    await signUp(renter, accounts.renter);
    await signUp(second, accounts.second, '부산광역시', '해운대구');
    await lender.page.getByRole('button', { name: '알림' }).waitFor();
  });

  it('lets the lender post with three pictures, one removed and the others re-ordered', async () => {
    const { page } = lender;
    await page.getByRole('link', { name: '물품 등록' }).click();
    await page.waitForURL('**/items/new');
    await page
      .getByLabel('이미지 첨부하기')
      .setInputFiles([
        await phonePhoto('phone.jpg'),
        await colourPhoto('red.png', '#c33'),
        await colourPhoto('blue.png', '#33c'),
      ]);
    const previews = page.getByRole('list', { name: '사진' }).getByRole('listitem');
    await previews.nth(2).waitFor();
    await page.getByRole('button', { name: '2번째 사진 삭제' }).click();
    await expect(previews.count()).resolves.toBe(2);
    await page.getByRole('button', { name: '2번째 사진을 앞으로' }).click();
    await page
      .getByRole('group', { name: '거래 구분' })
      .or(page.getByRole('radiogroup', { name: '거래 구분' }))
      .getByLabel('빌려드려요')
      .check();
    await page.getByLabel('카테고리').selectOption({ label: '공구' });
    await page.getByLabel('제목').fill(title);
    await page.getByLabel('내용').fill('배터리 두 개와 비트 세트를 함께 드려요.\n주말에도 괜찮아요.');
    await page.getByLabel('가격', { exact: true }).fill('5000');
    await page.getByLabel('가격 단위').selectOption({ label: '일' });
    await page.getByRole('button', { name: '등록하기' }).click();
    await page.waitForURL(/\/items\/[0-9a-f-]{36}$/);
    itemPath = new URL(page.url()).pathname;
    await page.getByRole('heading', { name: title }).waitFor();
    expect(await page.getByText('5,000원').first().isVisible()).toBe(true);
  });

  it('keeps no place of the photograph in what people see', async () => {
    const { page } = lender;
    const sources = await page
      .locator('main img[src*="/images/"]')
      .evaluateAll((images) =>
        images.map((image) => (image as HTMLImageElement).currentSrc || (image as HTMLImageElement).src),
      );
    expect(sources.length).toBeGreaterThanOrEqual(2);
    for (const source of sources) {
      const bytes = Buffer.from(await (await fetch(source)).arrayBuffer());
      expect(bytes.subarray(8, 12).toString()).toBe('WEBP');
      expect(bytes.includes(Buffer.from('EXIF'))).toBe(false);
    }
  });

  it('lets the lender edit: a picture less, another one more', async () => {
    const { page } = lender;
    await page.getByRole('link', { name: '수정하기' }).click();
    await page.waitForURL('**/edit');
    await page.getByRole('button', { name: '1번째 사진 삭제' }).click();
    await page.getByLabel('이미지 첨부하기').setInputFiles([await colourPhoto('green.png', '#3a3')]);
    await page.getByRole('list', { name: '사진' }).getByRole('listitem').nth(1).waitFor();
    await page.getByLabel('제목').fill(`${title} 세트`);
    await page.getByRole('button', { name: '저장하기' }).click();
    await page.waitForURL(`**${itemPath}`);
    await page.getByRole('heading', { name: `${title} 세트` }).waitFor();
  });

  it('lets the renter find it by district, category and a word of two syllables', async () => {
    const { page } = renter;
    await page.goto('/');
    await page
      .getByRole('link', { name: new RegExp(title) })
      .first()
      .waitFor();
    await page.getByRole('link', { name: '공구', exact: true }).click();
    await page
      .getByRole('link', { name: new RegExp(title) })
      .first()
      .waitFor();
    await page.getByRole('searchbox', { name: '물품 검색' }).fill('드릴');
    await page.getByRole('searchbox', { name: '물품 검색' }).press('Enter');
    await page.waitForURL('**/search?**');
    await page
      .getByRole('link', { name: new RegExp(title) })
      .first()
      .waitFor();
  });

  it('shows more than twelve by scrolling, each once', async () => {
    const { page } = renter;
    await page.goto('/?region=all');
    const cards = page.locator('main a[href^="/items/"]:not([href$="/new"])');
    await cards.nth(11).waitFor();
    await page.mouse.wheel(0, 20_000);
    await cards.nth(14).waitFor();
    const hrefs = await cards.evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(new Set(hrefs).size).toBe(hrefs.length);
  });

  it('lets the renter bookmark it and ask', async () => {
    const { page } = renter;
    await page.goto(itemPath);
    // It shows at once; what is stored shows after the answer.
    const answered = page.waitForResponse(
      (response) => response.request().postData()?.includes('"on":true') ?? false,
    );
    await page.getByRole('button', { name: '찜하기' }).click();
    await page.getByRole('button', { name: '찜 취소' }).waitFor();
    await answered;
    await page.reload();
    await page.getByRole('button', { name: '찜 취소' }).waitFor();
    await page.getByRole('button', { name: '문의하기' }).click();
    await page.waitForURL(/\/chats\/[0-9a-f-]{36}/);
    await second.page.goto(itemPath);
    await second.page.getByRole('button', { name: '문의하기' }).click();
    await second.page.waitForURL(/\/chats\/[0-9a-f-]{36}/);
  });

  it('carries the chat to the two and to nobody else, with an alert for who is elsewhere', async () => {
    await lender.page.goto('/');
    await say(renter, '안녕하세요! 이번 주말에 빌릴 수 있을까요?');
    await unreadAlerts(lender, 1);
    await lender.page.goto(new URL(renter.page.url()).pathname);
    await lender.page.getByText('안녕하세요! 이번 주말에 빌릴 수 있을까요?').first().waitFor();
    await unreadAlerts(lender, 0);
    await say(lender, '네, 토요일 오전에 가능해요.');
    await renter.page.getByText('네, 토요일 오전에 가능해요.').first().waitFor();
    await say(renter, '좋아요, 그때 뵐게요.');
    await lender.page.getByText('좋아요, 그때 뵐게요.').first().waitFor();
    await unreadAlerts(lender, 0);
    expect(await second.page.getByText('토요일 오전에').count()).toBe(0);
  });

  it('lets the renter request dates with a quote, and the lender accept in the room', async () => {
    await request(renter, new Date(), new Date(Date.now() + 30 * HOUR_MS), '10,000원');
    await lender.page.getByRole('button', { name: '수락' }).waitFor();
    await request(second, new Date(Date.now() + HOUR_MS), new Date(Date.now() + 20 * HOUR_MS), '5,000원');
    await lender.page.getByRole('button', { name: '수락' }).first().click();
    await renter.page.getByText('대여 중').first().waitFor();
    await renter.page.goto(itemPath);
    await renter.page.getByText('대여 중').first().waitFor();
  });

  it('cannot accept the second, overlapping request', async () => {
    await lender.page.goto(new URL(second.page.url()).pathname);
    await lender.page.getByRole('button', { name: '수락' }).click();
    await lender.page.getByText('그 기간에는 이미 확정된 대여가 있어요.').first().waitFor();
    await lender.page.getByRole('button', { name: '거절' }).click();
    await second.page.getByText(/거절/).first().waitFor();
  });

  it('lets the lender end it, both review, and the scores and the item show it', async () => {
    await lender.page.goto('/mypage?tab=ongoing');
    await lender.page.getByRole('button', { name: '대여 종료하기' }).click();
    await lender.page.getByRole('button', { name: '대여 종료하기' }).waitFor({ state: 'detached' });
    await lender.page.goto('/mypage?tab=closed');
    await review(lender, '5점', '시간 약속을 잘 지키고 깨끗하게 써 주셨어요.');
    await renter.page.goto('/mypage?tab=closed');
    await review(renter, '4점', '드릴 힘이 좋고 설명도 친절했어요.');
    await renter.page.goto(itemPath);
    await renter.page.getByText('드릴 힘이 좋고 설명도 친절했어요.').first().waitFor();
    await renter.page.getByText('80점').first().waitFor();
    await renter.page.getByText('대여 가능').first().waitFor();
  });

  it('has met no error in any of the browsers', () => {
    expect([...lender.problems, ...renter.problems, ...second.problems]).toEqual([]);
  });
});
