import type { ReactNode } from 'react';
import { AlertToasts } from '@/components/alerts/alert-toasts';
import type { Viewer } from '@/lib/features/users/views';
import { MemberRoot } from './member-root';

/** Around everything in the root layout: what a signed-in member has on every page. Visitors get nothing of it. */
export function MemberFrame({ viewer, children }: { viewer: Viewer | null; children: ReactNode }) {
  if (!viewer) return children;
  const { id, unreadAlerts, unreadMessages } = viewer;
  return (
    <MemberRoot key={id} viewerId={id} counts={{ alerts: unreadAlerts, messages: unreadMessages }}>
      {children}
      <AlertToasts />
    </MemberRoot>
  );
}
