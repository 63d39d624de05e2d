import { notFound } from 'next/navigation';
import { cache } from 'react';
import { isId } from '@/lib/core/ids';
import { getProfile } from '@/lib/features/users/server/get-profile';
import { getContext } from '@/lib/next/context';
import { orNotFound } from '@/lib/next/or-not-found';

/** The member of this request, read once; the 404 screen for one who is not (or no longer) here. */
export const readProfile = cache(async (userId: string) => {
  if (!isId(userId)) notFound();
  return orNotFound(getProfile(await getContext(), { userId }));
});
