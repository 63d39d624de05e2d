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
