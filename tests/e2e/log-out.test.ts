import type { Browser } from 'playwright-core';
import { launchBrowser, newPerson, type Person } from '@/tests/support/browser';
import { newAccount, signIn, signOut, signUp } from './support/people';

describe('logging out', () => {
  let browser: Browser;
  let person: Person;
  const account = newAccount('out');

  beforeAll(async () => {
    browser = await launchBrowser();
    person = await newPerson(browser);
    await signUp(person, account);
  });
  afterAll(() => browser.close());

  /** Another browser with what this one has at this moment: a stolen cookie. */
  async function copyOf({ context }: Person): Promise<Person> {
    const thief = await newPerson(browser);
    await thief.context.addCookies(await context.cookies());
    return thief;
  }

  async function isSignedIn({ page }: Person): Promise<boolean> {
    await page.goto('/mypage?tab=profile');
    return new URL(page.url()).pathname === '/mypage';
  }

  it('ends the session for a copy of its cookie too, and leaves the other devices alone', async () => {
    const [phone, thief] = [await newPerson(browser), await copyOf(person)];
    await signIn(phone, account);
    expect(await isSignedIn(thief)).toBe(true);
    await signOut(person);
    expect(await isSignedIn(thief)).toBe(false);
    expect(await isSignedIn(phone)).toBe(true);
  });

  it('signing in again ends the session that the browser had', async () => {
    const computer = await newPerson(browser);
    const forgotten = await computer.context.newPage();
    await forgotten.goto('/login');
    await signIn(computer, account);
    const thief = await copyOf(computer);
    expect(await isSignedIn(thief)).toBe(true);
    await signIn({ ...computer, page: forgotten }, account, { isOpen: true });
    expect(await isSignedIn(thief)).toBe(false);
    expect(await isSignedIn(computer)).toBe(true);
  });

  it('of another device asks for the password, and ends it with its sockets', async () => {
    const [here, phone] = [await newPerson(browser, { width: 360 }), await newPerson(browser)];
    const own = newAccount('dev');
    await signUp(here, own);
    await here.page.goto('/mypage?tab=profile');
    const devices = here.page.getByRole('list', { name: '로그인한 기기' });
    await devices.getByText('이 기기').waitFor();
    await here.page.getByText('다른 기기에서는 로그인하지 않았어요.').waitFor();
    await signIn(phone, own);
    await phone.page.goto('/chats', { waitUntil: 'networkidle' });
    await here.page.reload();
    expect(await devices.getByRole('listitem').count()).toBe(2);
    expect(await devices.getByText('마지막 사용: 오늘').count()).toBe(2);
    const other = devices.getByRole('listitem').nth(1);
    await other.getByRole('button', { name: /^로그아웃: Chrome · Linux, .*에 로그인$/ }).click();
    const dialog = here.page.getByRole('dialog', { name: 'Chrome · Linux에서 로그아웃할까요?' });
    await dialog.getByLabel('비밀번호 확인').fill('Wrong!2345');
    await dialog.getByRole('button', { name: '로그아웃' }).click();
    await dialog.getByText('지금 쓰는 비밀번호와 달라요.').waitFor();
    await dialog.getByLabel('비밀번호 확인').fill(own.password);
    await dialog.getByRole('button', { name: '로그아웃' }).click();
    await here.page.getByText('다른 기기에서는 로그인하지 않았어요.').waitFor();
    expect(await devices.getByRole('listitem').count()).toBe(1);
    expect(await isSignedIn(phone)).toBe(false);
    await devices.getByRole('button', { name: /^로그아웃: / }).click();
    await here.page.waitForURL((url) => url.pathname === '/');
    expect(await isSignedIn(here)).toBe(false);
  });

  it('gives a new session with each sign-in', async () => {
    await signIn(person, account);
    const before = await person.context.cookies();
    await signOut(person);
    await signIn(person, account);
    const value = (cookies: typeof before) =>
      cookies.find(({ name }) => name.includes('session-token'))?.value;
    expect(value(await person.context.cookies())).not.toBe(value(before));
  });

  it('on all devices asks first, and ends this one as well', async () => {
    const phone = await newPerson(browser);
    await signIn(phone, account);
    await person.page.goto('/mypage?tab=profile');
    await person.page.getByRole('button', { name: '모든 기기에서 로그아웃' }).click();
    const dialog = person.page.getByRole('dialog');
    await dialog.getByRole('button', { name: '모든 기기에서 로그아웃' }).click();
    await person.page.waitForURL('**/login');
    expect(await isSignedIn(phone)).toBe(false);
    expect(await isSignedIn(person)).toBe(false);
  });
});
