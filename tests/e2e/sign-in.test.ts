import type { Browser } from 'playwright-core';
import { launchBrowser, newPerson, type Person, productUrl } from '@/tests/support/browser';
import { type Kakao, kakaoAccount, startKakao } from '@/tests/support/kakao';
import { linkInLetter } from '@/tests/support/letter-box';
import { newAccount, signIn, signUp } from './support/people';

/** What Kakao's script gives a page, with one address to choose. */
const POSTCODE_SCRIPT = `window.kakao = { Postcode: class {
  constructor(options) { this.options = options; }
  embed(element) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = '경기 수원시 영통구 광교로 1';
    button.onclick = () => this.options.oncomplete({
      sido: '경기', sigungu: '수원시 영통구', sigunguCode: '41117', address: button.textContent });
    element.append(button);
  } } };`;

/** Ways to sign in besides the password, in Korean, against the product as it starts. */
describe('letters and Kakao', () => {
  let browser: Browser;
  let kakao: Kakao;

  beforeAll(async () => {
    [browser, kakao] = await Promise.all([launchBrowser(), startKakao()]);
  });
  afterAll(async () => {
    kakao.stop();
    await browser.close();
  });

  const kakaoButton = ({ page }: Person) => page.getByRole('button', { name: '카카오로 계속하기' });

  describe('a forgotten password', () => {
    it('is set anew by the link of a letter, once, and other devices are signed out', async () => {
      const account = newAccount('mina');
      const elsewhere = await newPerson(browser);
      await signUp(elsewhere, account);
      const { page, problems } = await newPerson(browser, { width: 360 });
      await page.goto('/login');
      await page.getByRole('link', { name: '비밀번호를 잊으셨나요?' }).click();
      await page.waitForURL('**/forgot-password');
      await page.getByLabel('이메일').fill(account.email);
      await page.getByRole('button', { name: '링크 받기' }).click();
      await page.getByRole('heading', { name: '메일을 확인해 주세요' }).waitFor();
      const link = await linkInLetter(account.email, '/reset-password');
      // A mail scanner opens it first.
      await page.request.get(link);
      await page.goto(link);
      await page.getByLabel('새 비밀번호', { exact: true }).fill('short');
      await page.getByLabel('새 비밀번호 확인').fill('short');
      await page.getByRole('button', { name: '비밀번호 저장' }).click();
      await page.getByText('8~128자로').first().waitFor();
      await page.getByLabel('새 비밀번호', { exact: true }).fill('Neue!2345');
      await page.getByLabel('새 비밀번호 확인').fill('Neue!2345');
      await page.getByRole('button', { name: '비밀번호 저장' }).click();
      await page.waitForURL('**/login?notice=password-reset');
      await page.getByText('비밀번호를 바꿨어요. 새 비밀번호로').waitFor();
      await signIn({ page } as Person, { ...account, password: 'Neue!2345' });
      await elsewhere.page.goto('/mypage');
      await elsewhere.page.waitForURL(/\/login/);
      await page.goto(link);
      await page.getByLabel('새 비밀번호', { exact: true }).fill('Again!2345');
      await page.getByLabel('새 비밀번호 확인').fill('Again!2345');
      await page.getByRole('button', { name: '비밀번호 저장' }).click();
      await page.getByText('쓸 수 없는 링크예요.').waitFor();
      await page.getByRole('link', { name: '링크 다시 받기' }).waitFor();
      expect(problems).toEqual([]);
    });

    it('says the same of an address that nobody has', async () => {
      const { page } = await newPerson(browser);
      await page.goto('/forgot-password');
      await page.getByLabel('이메일').fill('nobody-at-all@example.com');
      await page.getByRole('button', { name: '링크 받기' }).click();
      await page.getByRole('heading', { name: '메일을 확인해 주세요' }).waitFor();
    });
  });

  it('an address is verified by the letter of the sign-up, in another browser, and the profile says so', async () => {
    const account = newAccount('juno');
    const member = await newPerson(browser);
    await signUp(member, account);
    await member.page.goto('/mypage?tab=profile');
    await member.page.getByText('아직 확인하지 않은 이메일이에요.').waitFor();
    await member.page.getByRole('button', { name: '확인 메일 받기' }).click();
    await member.page.getByText('확인 메일을 보냈어요.').waitFor();
    const { page, problems } = await newPerson(browser, { width: 360 });
    await page.goto(await linkInLetter(account.email, '/verify-email'));
    await page.getByRole('button', { name: '이메일 확인하기' }).click();
    await page.getByRole('heading', { name: '이메일을 확인했어요' }).waitFor();
    await member.page.reload();
    await member.page.getByText('확인된 이메일이에요.').waitFor();
    expect(problems).toEqual([]);
  });

  describe('the district by an address', () => {
    const SCRIPT = 'https://t1.kakaocdn.net/**';

    async function search({ page }: Person) {
      await page.goto('/signup');
      await page.getByRole('button', { name: '주소로 동네 찾기' }).click();
      return page.getByRole('dialog', { name: '주소로 동네 찾기' });
    }

    it('is chosen in the two lists; the address goes nowhere', async () => {
      const person = await newPerson(browser, { width: 360 });
      const { page, problems } = person;
      await page.route(SCRIPT, (route) =>
        route.fulfill({ contentType: 'text/javascript', body: POSTCODE_SCRIPT }),
      );
      const dialog = await search(person);
      await dialog.getByRole('button', { name: '경기 수원시 영통구 광교로 1' }).click();
      await dialog.waitFor({ state: 'detached' });
      expect(await page.getByLabel('시/도').inputValue()).toBe('41');
      expect(await page.getByLabel('시/군/구').inputValue()).toBe('41117');
      const form = await page
        .locator('main form')
        .evaluate((f: HTMLFormElement) => [...new FormData(f).values()]);
      expect(form.join(' ')).not.toContain('광교로');
      expect(problems).toEqual([]);
    });

    it('where the search does not load, it says so and the lists work as always', async () => {
      const person = await newPerson(browser);
      await person.page.route(SCRIPT, (route) => route.abort());
      const dialog = await search(person);
      await dialog.getByText('주소 찾기를 열지 못했어요.').waitFor();
      await dialog.getByRole('button', { name: '닫기' }).click();
      await person.page.getByLabel('시/도').selectOption({ label: '제주특별자치도' });
      await person.page.getByLabel('시/군/구').selectOption({ label: '서귀포시' });
    });
  });

  describe('Kakao', () => {
    it('makes a new member, who tells their district before anything else', async () => {
      const person = await newPerson(browser, { width: 360 });
      const { page, problems } = person;
      const account = kakaoAccount(newAccount('k').email, '김카카오');
      await kakao.be(account);
      await page.goto('/login?next=%2Fitems%2Fnew');
      await kakaoButton(person).click();
      await page.waitForURL('**/region?**');
      expect(await kakao.asked()).toMatchObject({
        client_id: 'kakao-test-key',
        response_type: 'code',
        code_challenge_method: 'S256',
        code_challenge: expect.stringMatching(/^[\w-]{43}$/),
        state: expect.stringMatching(/.{20,}/),
        nonce: expect.stringMatching(/.{20,}/),
        scope: 'openid profile_nickname account_email',
      });
      await page.goto('/items/new');
      await page.waitForURL('**/region?**');
      await page.getByLabel('시/도').selectOption({ label: '서울특별시' });
      await page.getByLabel('시/군/구').selectOption({ label: '강남구' });
      await page.getByRole('button', { name: '동네 정하기' }).click();
      await page.waitForURL('**/items/new');
      await page.goto('/mypage?tab=profile');
      await page.getByText('카카오로 로그인할 수 있어요.').waitFor();
      await page.getByText('확인된 이메일이에요.').waitFor();
      // What Kakao's tokens said stays on the server.
      const session = await (await page.request.get('/api/auth/session')).json();
      expect(session).toEqual({ expires: expect.any(String), user: { id: expect.any(String) } });
      // The only way in stays, and there is no password to change.
      expect(await page.getByRole('button', { name: '연결 끊기' }).count()).toBe(0);
      expect(await page.getByLabel('현재 비밀번호').count()).toBe(0);
      expect(problems).toEqual([]);
      const again = await newPerson(browser);
      await again.page.goto('/login');
      await kakaoButton(again).click();
      await again.page.waitForURL((url) => url.pathname === '/');
      await again.page.goto('/mypage');
      await again.page.getByRole('heading', { level: 1 }).waitFor();
    });

    it('with the e-mail of a password member is refused with a way out: sign in, then link', async () => {
      const account = newAccount('sora');
      const owner = await newPerson(browser);
      await signUp(owner, account);
      const person = await newPerson(browser);
      const { page } = person;
      await kakao.be(kakaoAccount(account.email));
      await page.goto('/login');
      await kakaoButton(person).click();
      await page.getByText('이 카카오 계정의 이메일로 이미 가입하셨어요.').waitFor();
      await page.getByLabel('이메일').fill(account.email);
      await page.getByLabel('비밀번호', { exact: true }).fill(account.password);
      await page.getByRole('main').getByRole('button', { name: '로그인' }).click();
      await page.waitForURL('**/mypage?tab=profile');
      await page.getByRole('button', { name: '카카오 연결하기' }).click();
      const asked = page.getByRole('dialog', { name: '카카오를 연결할까요?' });
      await asked.getByLabel('비밀번호 확인').fill('Wrong!2345');
      await asked.getByRole('button', { name: '카카오로 넘어가기' }).click();
      await asked.getByText('지금 쓰는 비밀번호와 달라요.').waitFor();
      await asked.getByLabel('비밀번호 확인').fill(account.password);
      await asked.getByRole('button', { name: '카카오로 넘어가기' }).click();
      await page.getByText('카카오를 연결했어요.').waitFor();
      await page.getByText('확인된 이메일이에요.').waitFor();
      const next = await newPerson(browser);
      await next.page.goto('/login');
      await kakaoButton(next).click();
      await next.page.waitForURL((url) => url.pathname === '/');
      await next.page.goto('/mypage?tab=profile');
      await next.page.getByText(account.email).waitFor();
      await next.page.getByRole('button', { name: '연결 끊기' }).click();
      await next.page.getByRole('dialog').getByLabel('비밀번호 확인').fill(account.password);
      await next.page.getByRole('dialog').getByRole('button', { name: '연결 끊기' }).click();
      await next.page.getByRole('button', { name: '카카오 연결하기' }).waitFor();
    });

    it('does not trust an e-mail that Kakao did not verify', async () => {
      const account = newAccount('yuna');
      const owner = await newPerson(browser);
      await signUp(owner, account);
      const person = await newPerson(browser);
      await kakao.be(kakaoAccount(account.email, '남의주소', false));
      await person.page.goto('/login');
      await kakaoButton(person).click();
      await person.page.waitForURL('**/region?**');
      await person.page.goto('/mypage?tab=profile');
      await person.page.getByText('등록된 이메일이 없어요.').waitFor();
    });

    it.each(['state', 'nonce', 'subject', 'audience', 'signature', 'declined'] as const)(
      'with a wrong answer (%s) signs nobody in and says so',
      async (spoil) => {
        const person = await newPerson(browser);
        const { page } = person;
        await kakao.be(kakaoAccount(newAccount('bad').email), spoil);
        await page.goto('/login');
        await kakaoButton(person).click();
        await page.getByText('카카오 로그인을 마치지 못했어요.').waitFor();
        await page.goto('/mypage');
        await page.waitForURL(/\/login/);
      },
    );

    it('without PKCE’s cookie, or by a code that somebody else got, signs nobody in', async () => {
      const { page, context } = await newPerson(browser);
      await kakao.be(kakaoAccount(newAccount('csrf').email));
      await page.goto('/login');
      await page.goto('/api/auth/callback/kakao?code=stolen&state=stolen');
      await page.getByText('카카오 로그인을 마치지 못했어요.').waitFor();
      const cookies = await context.cookies(productUrl());
      expect(cookies.some(({ name }) => name.includes('session-token'))).toBe(false);
    });

    it('wants the token against forged requests before it leaves', async () => {
      const { page } = await newPerson(browser);
      const answer = await page.request.post('/api/auth/signin/kakao', {
        form: { callbackUrl: '/' },
        maxRedirects: 0,
      });
      expect(answer.headers().location ?? '').not.toContain('/oauth/authorize');
    });
  });
});
