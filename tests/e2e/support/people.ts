import { randomBytes } from 'node:crypto';
import type { Page } from 'playwright-core';
import type { Person } from '@/tests/support/browser';

export interface Account {
  email: string;
  password: string;
  nickname: string;
}

export function newAccount(prefix: string): Account {
  const unique = randomBytes(3).toString('hex');
  return {
    email: `${prefix}-${unique}@example.com`,
    password: 'Abcd!2345',
    nickname: `${prefix}${unique}`.slice(0, 10),
  };
}

/** Signs up by the form, in 서울특별시 강남구 unless told otherwise, and is signed in afterwards. */
export async function signUp(
  { page }: Person,
  account: Account,
  province = '서울특별시',
  district = '강남구',
) {
  await page.goto('/signup');
  await page.getByLabel('이메일').fill(account.email);
  await page.getByLabel('비밀번호', { exact: true }).fill(account.password);
  await page.getByLabel('비밀번호 확인').fill(account.password);
  await page.getByLabel('닉네임').fill(account.nickname);
  await page.getByLabel('시/도').selectOption({ label: province });
  await page.getByLabel('시/군/구').selectOption({ label: district });
  await page.getByRole('button', { name: '회원가입' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/signup'));
}

export async function signIn(
  { page }: Person,
  account: Pick<Account, 'email' | 'password'>,
  { isOpen = false } = {},
) {
  if (!isOpen) await page.goto('/login');
  await page.getByLabel('이메일').fill(account.email);
  await page.getByLabel('비밀번호', { exact: true }).fill(account.password);
  await page.getByRole('main').getByRole('button', { name: '로그인' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/login'));
}

export async function signOut({ page }: Person) {
  await page
    .getByRole('button', { name: /프로필|내 메뉴|메뉴/ })
    .first()
    .click();
  await panelAtRest(page);
  await page
    .getByRole('button', { name: '로그아웃' })
    .or(page.getByRole('menuitem', { name: '로그아웃' }))
    .click();
  await page.getByRole('link', { name: '로그인' }).first().waitFor();
}

/** Playwright scrolls the page below what still moves, and an open panel goes with its button: it misses, and closes it. */
export async function panelAtRest(page: Page) {
  await page
    .locator('[popover]:popover-open')
    .evaluate((panel) => Promise.all(panel.getAnimations().map(({ finished }) => finished)).then(() => true));
}

/** Value for a datetime-local input, in Korean time. */
export function localDateTime(date: Date): string {
  return new Date(date.getTime() + 9 * 3_600_000).toISOString().slice(0, 16);
}

export async function waitForText(page: Page, text: string | RegExp) {
  await page.getByText(text).first().waitFor();
}

/** How many alerts the bell tells of; the count is its description, so that its name stays 「알림」. */
export async function shownAlerts({ page }: Person): Promise<number> {
  return page.getByRole('button', { name: '알림', exact: true }).evaluate((element) => {
    const description = document.getElementById(element.getAttribute('aria-describedby') ?? '');
    return Number(/\d+/.exec(description?.textContent ?? '')?.[0] ?? 0);
  });
}

/** Waits until the bell tells of that many alerts. */
export async function unreadAlerts(person: Person, count: number) {
  for (let tries = 0; tries < 100 && (await shownAlerts(person)) !== count; tries += 1) {
    await person.page.waitForTimeout(100);
  }
  expect(await shownAlerts(person)).toBe(count);
}
