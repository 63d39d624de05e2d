import { getViewer } from '@/lib/next/viewer';

export const dynamic = 'force-dynamic';

/** What the member has not read. A route and no action: actions wait for each other, and this is asked on each page. */
export async function GET() {
  const viewer = await getViewer();
  const headers = { 'cache-control': 'no-store' };
  if (!viewer) return Response.json(null, { status: 401, headers });
  return Response.json({ alerts: viewer.unreadAlerts, messages: viewer.unreadMessages }, { headers });
}
