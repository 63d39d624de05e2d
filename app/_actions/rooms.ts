'use server';

import { redirect } from 'next/navigation';
import { openRoom } from '@/lib/features/chat/server/open-room';
import { runAction } from '@/lib/next/action';
import { paths } from '@/lib/paths';

/**
 * 「문의하기」: opens the room about an item, or makes it, and goes there; visitors go to sign in first,
 * members without a district to tell it.
 *
 * @returns only when it was refused: why
 */
export async function inquire(itemId: string): Promise<{ message: string }> {
  const result = await runAction(openRoom, { itemId });
  if (result.ok) redirect(paths.room(result.data.roomId));
  if (result.error.way === 'sign-in') redirect(paths.login(paths.item(itemId)));
  if (result.error.way === 'district') redirect(paths.region(paths.item(itemId)));
  return { message: result.error.message };
}
