'use server';

import { redirect } from 'next/navigation';
import { endSession } from '@/lib/next/session';

export async function logOut(): Promise<void> {
  await endSession();
  redirect('/');
}
