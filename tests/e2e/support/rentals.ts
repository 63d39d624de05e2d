import type { Person } from '@/tests/support/browser';
import { localDateTime } from './people';

/** Says something in the open room. */
export async function say({ page }: Person, text: string) {
  await page.getByLabel('메시지 입력').fill(text);
  await page.getByRole('button', { name: '보내기' }).click();
  await page.getByText(text).first().waitFor();
}

/** 「대여 신청」 in the room, with the total that the quote must show. */
export async function request({ page }: Person, from: Date, to: Date, total: string) {
  await page.getByRole('button', { name: '대여 신청' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('시작').fill(localDateTime(from));
  await dialog.getByLabel('종료').fill(localDateTime(to));
  await dialog.getByText(total).first().waitFor();
  await dialog.getByRole('button', { name: '신청하기' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText('검토 중').first().waitFor();
}

/** 「리뷰 쓰기」 of the first rental on the page. */
export async function review({ page }: Person, stars: string, text: string) {
  await page.getByRole('button', { name: '리뷰 쓰기' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(stars).check();
  await dialog.getByLabel('내용').fill(text);
  await dialog.getByRole('button', { name: '리뷰 등록' }).click();
  await dialog.waitFor({ state: 'hidden' });
}
