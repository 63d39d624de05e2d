import { redirect } from 'next/navigation';
import { cache } from 'react';
import { getViewer as readViewer } from '@/lib/features/users/server/get-viewer';
import type { Viewer } from '@/lib/features/users/views';
import { getContext } from './context';

/** The signed-in member of this request, or null. */
export const getViewer = cache(async (): Promise<Viewer | null> => readViewer(await getContext()));

/**
 * For pages that only members see: sends visitors to sign in and back here.
 *
 * @param returnTo path of the page
 */
export async function requireViewer(returnTo: string): Promise<Viewer> {
  const viewer = await getViewer();
  if (!viewer) redirect(`/login?next=${encodeURIComponent(returnTo)}`);
  return viewer;
}
