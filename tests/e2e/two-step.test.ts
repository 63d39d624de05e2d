import { Secret, TOTP } from 'otpauth';
import type { Browser } from 'playwright-core';
import { launchBrowser, newPerson, type Person, productUrl } from '@/tests/support/browser';
import { newAccount, signOut, signUp } from './support/people';

describe('2단계 인증', () => {
  let browser: Browser;
  let person: Person;
  const account = newAccount('two');
  let key = '';
  let codes: string[] = [];
  const used = new Set<string>();

  beforeAll(async () => {
    browser = await launchBrowser();
    person = await newPerson(browser, { width: 360 });
    await signUp(person, account);
  });
  afterAll(() => browser.close());

  /** A code of the app that was not used before: those of the next step count as well. */
  function nextCode(): string {
    const app = new TOTP({ secret: Secret.fromBase32(key) });
    const now = Date.now();
    const code = [now, now + 30_000]
      .map((timestamp) => app.generate({ timestamp }))
      .find((one) => !used.has(one));
    if (code === undefined) throw new Error('Both codes of now were used.');
    used.add(code);
    return code;
  }

  async function enterPassword({ page }: Person) {
    await page.goto('/login');
    await page.getByLabel('이메일').fill(account.email);
    await page.getByLabel('비밀번호').first().fill(account.password);
    await page.getByRole('button', { name: '로그인', exact: true }).click();
  }

  it('is switched on with the password and a code, and shows ten recovery codes', async () => {
    const { page } = person;
    await page.goto('/mypage?tab=profile');
    await page.getByRole('button', { name: '2단계 인증 켜기' }).click();
    const dialog = page.getByRole('dialog', { name: '2단계 인증 켜기' });
    await dialog.getByLabel('비밀번호 확인').fill('Wrong!2345');
    await dialog.getByRole('button', { name: '다음' }).click();
    await dialog.getByText('지금 쓰는 비밀번호와 달라요.').waitFor();
    await dialog.getByLabel('비밀번호 확인').fill(account.password);
    await dialog.getByRole('button', { name: '다음' }).click();
    await dialog.getByRole('img', { name: '인증 앱에 등록할 QR 코드' }).waitFor();
    key = (await dialog.getByText(/^[A-Z2-7]{32}$/).textContent()) ?? '';
    await dialog.getByLabel('인증 코드').fill('000000');
    await dialog.getByRole('button', { name: '켜기' }).click();
    await dialog.getByText('코드가 맞지 않거나').waitFor();
    await dialog.getByLabel('인증 코드').fill(nextCode());
    await dialog.getByRole('button', { name: '켜기' }).click();
    await dialog.getByRole('list', { name: '복구 코드' }).waitFor();
    codes = await dialog.getByRole('listitem').allTextContents();
    expect(codes).toHaveLength(10);
    await dialog.getByRole('button', { name: '적어 두었어요' }).click();
    await page.getByText('복구 코드가 10개 남았어요.').waitFor();
  });

  it('asks for a code after the password, and lets nobody in before', async () => {
    const { page } = person;
    await page.goto('/', { waitUntil: 'networkidle' });
    await signOut(person);
    await enterPassword(person);
    const field = page.getByLabel('인증 코드');
    await page.locator('input[name=otp]:focus').waitFor();
    const other = await person.context.newPage();
    await other.goto('/mypage');
    expect(new URL(other.url()).pathname).toBe('/login');
    await other.close();
    await field.fill('123');
    await page.keyboard.press('Enter');
    await page.getByText('코드가 맞지 않거나').waitFor();
    await field.fill(nextCode());
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname !== '/login');
  });

  it('takes a recovery code instead, once', async () => {
    const phone = await newPerson(browser, { width: 360 });
    await enterPassword(phone);
    await phone.page.getByLabel('인증 코드').fill(codes[0] ?? '');
    await phone.page.keyboard.press('Enter');
    await phone.page.waitForURL((url) => url.pathname !== '/login');
    const thief = await newPerson(browser);
    await enterPassword(thief);
    await thief.page.getByLabel('인증 코드').fill(codes[0] ?? '');
    await thief.page.keyboard.press('Enter');
    await thief.page.getByText('코드가 맞지 않거나').waitFor();
  });

  it('is asked of programs, and next-auth’s own way in knows it too', async () => {
    const ask = (body: object) =>
      fetch(`${productUrl()}/api/v1/auth/token`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email: account.email, password: account.password, ...body }),
      });
    const refused = await ask({});
    expect(refused.status).toBe(401);
    expect(await refused.json()).toMatchObject({ errors: [{ field: 'otp', code: 'auth.codeRequired' }] });
    expect((await ask({ otp: codes[1] })).status).toBe(200);
    const { page, context } = await newPerson(browser);
    await page.goto('/login');
    const answer = await page.evaluate(async ({ email, password }) => {
      const { csrfToken } = await (await fetch('/api/auth/csrf')).json();
      const body = new URLSearchParams({ csrfToken, email, password, json: 'true' });
      return (await fetch('/api/auth/callback/credentials', { method: 'POST', body })).status;
    }, account);
    expect(answer).toBe(401);
    expect((await context.cookies()).some(({ name }) => name.includes('session-token'))).toBe(false);
  });

  it('is switched off with both, and the password alone lets in again', async () => {
    const { page } = person;
    await page.goto('/mypage?tab=profile');
    await page.getByText('복구 코드가 8개 남았어요.').waitFor();
    await page.getByRole('button', { name: '2단계 인증 끄기' }).click();
    const dialog = page.getByRole('dialog', { name: '2단계 인증 끄기' });
    await dialog.getByLabel('비밀번호 확인').fill(account.password);
    await dialog.getByLabel('인증 코드').fill(codes[2] ?? '');
    await dialog.getByRole('button', { name: '끄기', exact: true }).click();
    await page.getByRole('button', { name: '2단계 인증 켜기' }).waitFor();
    const phone = await newPerson(browser);
    await enterPassword(phone);
    await phone.page.waitForURL((url) => url.pathname !== '/login');
  });
});
