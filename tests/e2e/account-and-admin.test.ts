import type { Browser } from 'playwright-core';
import { launchBrowser, newPerson, type Person } from '@/tests/support/browser';
import { type Account, newAccount, signIn, signUp } from './support/people';
import { request } from './support/rentals';

const ADMIN = { email: 'admin@example.com', password: 'Demo!2345' };

/** 마이페이지's last two tabs, reports and the admin section, in Korean, against the product as it starts. */
describe('account, reports and admin', () => {
  let browser: Browser;
  let lender: Person;
  let renter: Person;
  let admin: Person;
  const lenderAccount = newAccount('mina');
  const renterAccount = newAccount('juno');
  let itemPath = '';
  let title = '';

  beforeAll(async () => {
    browser = await launchBrowser();
    [lender, renter, admin] = await Promise.all([
      newPerson(browser),
      newPerson(browser, { width: 360 }),
      newPerson(browser),
    ]);
    await signUp(lender, lenderAccount);
    await signUp(renter, renterAccount);
    await signIn(admin, ADMIN);
    title = `예초기 ${Date.now() % 1_000_000}`;
    itemPath = await post(lender, title);
  });
  afterAll(async () => {
    await browser.close();
  });

  it('changes the nickname alone, and says when another has it', async () => {
    const { page } = renter;
    await page.goto('/mypage?tab=profile');
    await page.getByLabel('닉네임').fill(lenderAccount.nickname.toUpperCase());
    await page.getByRole('button', { name: '닉네임 저장' }).click();
    await page.getByText('이미 쓰고 있는 닉네임').first().waitFor();
    const next = `n${Date.now() % 1_000_000}`;
    await page.getByLabel('닉네임').fill(next);
    await page.getByRole('button', { name: '닉네임 저장' }).click();
    await page.getByText('닉네임을 바꿨어요.').waitFor();
    await page.getByRole('heading', { level: 1, name: next }).waitFor();
  });

  it('gives a profile picture by way of the bucket', async () => {
    const { page } = renter;
    await page.goto('/mypage?tab=profile');
    await page.setInputFiles('input[type=file]', {
      name: 'me.png',
      mimeType: 'image/png',
      buffer: await picture(page),
    });
    await page.getByText('프로필 사진을 바꿨어요.').waitFor();
    await page.reload();
    const face = page.getByRole('main').locator('img[src*="/images/"]').first();
    await face.waitFor();
    expect(await face.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
  });

  it('changes the password with the current one only, and signs other devices out', async () => {
    const elsewhere = await newPerson(browser);
    await signIn(elsewhere, renterAccount);
    const { page } = renter;
    await page.goto('/mypage?tab=profile');
    await page.getByLabel('새 비밀번호', { exact: true }).fill('Neue!2345');
    await page.getByLabel('새 비밀번호 확인').fill('Neue!2345');
    await page.getByRole('button', { name: '비밀번호 저장' }).click();
    await page.getByText('지금 쓰는 비밀번호를 입력해 주세요.').waitFor();
    await page.getByLabel('현재 비밀번호').fill(renterAccount.password);
    await page.getByRole('button', { name: '비밀번호 저장' }).click();
    await page.getByText('비밀번호를 바꿨어요.').first().waitFor();
    renterAccount.password = 'Neue!2345';
    await page.goto('/mypage');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await elsewhere.page.goto('/mypage');
    await elsewhere.page.waitForURL(/\/login/);
    await elsewhere.context.close();
  });

  it('sends feedback, once', async () => {
    const { page } = renter;
    await page.goto('/mypage?tab=feedback');
    await page.getByRole('button', { name: '피드백 보내기' }).click();
    await page.getByText('제목은 1자에서 70자까지').first().waitFor();
    await page.getByLabel('제목').fill(`의견 ${title}`);
    await page.getByLabel('내용').fill('검색이 빨라서 좋아요.');
    await page.getByRole('button', { name: '피드백 보내기' }).dblclick();
    await page.getByText('피드백을 보냈어요').waitFor();
  });

  it('reports an item once, with a reason', async () => {
    const { page } = renter;
    await page.goto(itemPath);
    await page.getByRole('button', { name: '신고하기' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('기타').check();
    await dialog.getByRole('button', { name: '신고하기' }).click();
    await dialog.getByText('어떤 점이 문제인지 적어 주세요.').waitFor();
    await dialog.getByLabel('상세 내용').fill('다른 곳에서 본 사진이에요.');
    await dialog.getByRole('button', { name: '신고하기' }).click();
    await page.getByText('신고 접수됨').waitFor();
    await page.reload();
    await page.getByRole('button', { name: '신고하기' }).click();
    await dialog.getByLabel('사기 글이에요').check();
    await dialog.getByRole('button', { name: '신고하기' }).click();
    await dialog.getByText('이미 신고한 물품이에요.').waitFor();
  });

  it('sends a visitor who wants to report to sign in, and back', async () => {
    const visitor = await newPerson(browser);
    await visitor.page.goto(itemPath);
    await visitor.page.getByRole('link', { name: '신고하기' }).click();
    await visitor.page.waitForURL(/\/login\?next=/);
    await visitor.context.close();
  });

  it('shows nobody but admins that there is an admin section', async () => {
    const visitor = await newPerson(browser);
    for (const path of ['/admin', '/admin/members', '/admin/audit']) {
      for (const { page } of [visitor, lender]) {
        const response = await page.goto(path);
        expect([path, response?.status()]).toEqual([path, 404]);
      }
    }
    await visitor.context.close();
    lender.problems.length = 0;
  });

  it('lets an admin claim and decide the report, with the password', async () => {
    const { page } = admin;
    await page.goto('/admin');
    await page.getByRole('link', { name: /처리할 신고/ }).click();
    const row = page.getByRole('listitem', { name: title });
    await row.getByText('다른 곳에서 본 사진이에요.').waitFor();
    await row.getByRole('button', { name: '맡기' }).click();
    await row.getByText('신고 인정', { exact: true }).click();
    await row.getByRole('textbox', { name: '처리 내용' }).first().fill('사진 도용을 확인했어요.');
    await row.getByLabel('관리자 비밀번호').first().fill('wrong');
    await row.getByRole('button', { name: '인정으로 처리' }).click();
    await row.getByText('관리자 비밀번호가 달라요.').waitFor();
    await row.getByLabel('관리자 비밀번호').first().fill(ADMIN.password);
    await row.getByRole('button', { name: '인정으로 처리' }).click();
    await row.waitFor({ state: 'detached' });
    await page.goto('/admin/reports?state=closed');
    await page.getByRole('listitem', { name: title }).getByText('사진 도용을 확인했어요.').waitFor();
  });

  it('hides the item from everybody at once, and restores it', async () => {
    const { page } = admin;
    await page.goto(`/admin/items?q=${encodeURIComponent(title)}`);
    const row = page.getByRole('listitem', { name: title });
    await row.getByText('숨기기', { exact: true }).click();
    await row.getByLabel('이유').fill('확인하는 동안 숨겨요.');
    await row.getByLabel('관리자 비밀번호').fill(ADMIN.password);
    await row.getByRole('button', { name: '물품 숨기기' }).click();
    await row.getByRole('button', { name: '다시 보이기' }).waitFor();
    expect((await renter.page.goto(itemPath))?.status()).toBe(404);
    await row.getByRole('button', { name: '다시 보이기' }).click();
    await row.getByText('숨기기', { exact: true }).waitFor();
    expect((await renter.page.goto(itemPath))?.status()).toBe(200);
    renter.problems.length = 0;
  });

  it('offers a new category in the form at once', async () => {
    const { page } = admin;
    const name = `분류${Date.now() % 100_000}`;
    await page.goto('/admin/categories');
    await page.getByLabel('한국어 이름').first().fill(name);
    await page
      .getByLabel('영어 이름')
      .first()
      .fill(`Category ${name.slice(2)}`);
    await page.getByLabel('주소 이름').fill(`category-${name.slice(2)}`);
    await page.getByRole('button', { name: '추가하기' }).click();
    await page.getByRole('listitem', { name }).waitFor();
    await lender.page.goto('/items/new');
    await lender.page.getByLabel('카테고리').selectOption({ label: name });
    await page.goto('/admin/audit');
    await page.getByText('category.added').first().waitFor();
  });

  it('refuses to leave while a rental is booked, shows the way there, and lets go afterwards', async () => {
    const { page } = renter;
    await page.goto(itemPath);
    await page.getByRole('button', { name: '문의하기' }).click();
    await page.waitForURL(/\/chats\//);
    const room = new URL(page.url()).pathname;
    const start = new Date(Date.now() + 24 * 3_600_000);
    await request(renter, start, new Date(start.getTime() + 3_600_000 * 2), '무료');
    await lender.page.goto(room);
    await lender.page.getByRole('button', { name: '수락' }).click();
    await lender.page.getByText('예약 확정').first().waitFor();
    await leave(renter);
    await page.getByText('진행 중인 대여가 있어서 탈퇴할 수 없어요.').waitFor();
    await page.getByRole('link', { name: '진행 중인 대여 보기' }).click();
    await page.waitForURL(/\/mypage$/);
    await page
      .getByRole('button', { name: /예약 취소|취소/ })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: /취소/ }).last().click();
    await page.getByText('진행 중인 대여가 없어요').waitFor();
    await leave(renter);
    await page.waitForURL((url) => url.pathname === '/');
    await page.getByRole('link', { name: '로그인' }).first().waitFor();
    await lender.page.goto(room);
    await lender.page.getByText('탈퇴유저').first().waitFor();
  });

  it('gives the e-mail and nickname of a member who left to a new one', async () => {
    await signUp(renter, renterAccount as Account);
    expect([...renter.problems, ...lender.problems, ...admin.problems]).toEqual([]);
  });

  it('suspends a member whose open browser is signed out', async () => {
    const { page } = admin;
    await lender.page.goto('/chats');
    await page.goto(`/admin/members?q=${encodeURIComponent(lenderAccount.nickname)}`);
    const row = page.getByRole('listitem', { name: lenderAccount.nickname });
    await row.getByText('정지하기', { exact: true }).click();
    await row.getByLabel('이유').fill('규칙을 어겼어요.');
    await row.getByLabel('관리자 비밀번호').fill(ADMIN.password);
    await row.getByRole('button', { name: '회원 정지' }).click();
    await row.getByText('정지됨').waitFor();
    await lender.page.goto('/mypage');
    await lender.page.waitForURL(/\/login/);
    await lender.page.getByLabel('이메일').fill(lenderAccount.email);
    await lender.page.getByLabel('비밀번호', { exact: true }).fill(lenderAccount.password);
    await lender.page.getByRole('main').getByRole('button', { name: '로그인' }).click();
    await lender.page.getByRole('alert').filter({ hasText: /./ }).first().waitFor();
  });
});

async function post({ page }: Person, title: string): Promise<string> {
  await page.goto('/items/new');
  await page.getByLabel('카테고리').selectOption({ label: '생활가전' });
  await page.getByLabel('제목').fill(title);
  await page.getByLabel('내용').fill('잘 나가요.');
  await page.getByLabel('가격', { exact: true }).fill('0');
  await page.getByRole('button', { name: '등록하기' }).click();
  await page.waitForURL(/\/items\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

async function leave({ page }: Person) {
  await page.goto('/mypage?tab=profile');
  await page.getByRole('button', { name: '회원 탈퇴' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '탈퇴하기' }).click();
}

/** A picture as a browser draws it. */
async function picture(page: Person['page']): Promise<Buffer> {
  const url = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 320;
    canvas.height = 320;
    const pen = canvas.getContext('2d');
    if (pen) pen.fillStyle = '#2f7d4f';
    pen?.fillRect(0, 0, 320, 320);
    return canvas.toDataURL('image/png');
  });
  return Buffer.from(url.split(',')[1] ?? '', 'base64');
}
