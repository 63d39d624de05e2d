import type { Page } from 'playwright-core';

/** Signs a demo account in by the form and waits until it has left. @param name lender, renter or admin */
export async function signIn(page: Page, base: string, name: string): Promise<void> {
  await page.goto(`${base}/login`);
  await page.getByLabel('이메일').fill(`${name}@example.com`);
  await page.getByLabel('비밀번호', { exact: true }).fill('Demo!2345');
  await page.getByRole('main').getByRole('button', { name: '로그인' }).click();
  await page.waitForURL((url) => url.pathname !== '/login');
}
