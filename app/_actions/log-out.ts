'use server';

import { redirect } from 'next/navigation';
import { endSession } from '@/lib/features/auth/server/end-session';
import { runAction } from '@/lib/next/action';
import { forgetSession, readSession } from '@/lib/next/session';

/** 「로그아웃」: the session ends here and on the server, so that a copy of its cookie opens nothing. */
export async function logOut(): Promise<void> {
  const session = await readSession();
  if (session) await runAction((ctx) => endSession(ctx, session), undefined);
  await forgetSession();
  redirect('/');
}
