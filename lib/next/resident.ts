import { redirect } from 'next/navigation';
import type { Viewer } from '@/lib/features/users/views';
import { paths } from '@/lib/paths';
import { requireViewer } from './viewer';

type Resident = Viewer & { region: NonNullable<Viewer['region']> };

/**
 * For pages that write: sends visitors to sign in, members without a district to tell it, and both back here.
 *
 * @param returnTo path of the page
 */
export async function requireResidentViewer(returnTo: string): Promise<Resident> {
  const viewer = await requireViewer(returnTo);
  if (!viewer.region) redirect(paths.region(returnTo));
  return { ...viewer, region: viewer.region };
}
