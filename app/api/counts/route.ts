import { getViewer } from '@/lib/next/viewer';

export const dynamic = 'force-dynamic';

/** What the member has not read, null for visitors. A route and no action: actions wait for each other, and this is asked on each page. */
export async function GET() {
  const viewer = await getViewer();
  const counts = viewer && { alerts: viewer.unreadAlerts, messages: viewer.unreadMessages };
  return Response.json(counts, { headers: { 'cache-control': 'no-store' } });
}
