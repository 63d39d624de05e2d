'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import { useMember } from '@/components/member/member-provider';
import type { LinkStatus } from '@/lib/realtime/client/link';

/** A connection that is back within this time was never worth a word. */
const PATIENCE_MS = 1_500;

export function useLinkStatus(): LinkStatus {
  const { realtime } = useMember();
  const read = () => realtime?.connection.status() ?? 'idle';
  return useSyncExternalStore(realtime?.connection.onStatus ?? subscribeNothing, read, () => 'idle');
}

/** What to tell the reader about the connection, or null while all is well. */
export function useLinkTrouble(): 'offline' | 'ended' | null {
  const status = useLinkStatus();
  const isBroken = status === 'down' || status === 'connecting';
  const [isLong, setLong] = useState(false);

  useEffect(() => {
    if (!isBroken) return setLong(false);
    const timer = setTimeout(() => setLong(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [isBroken]);

  if (status === 'ended') return 'ended';
  return isBroken && isLong ? 'offline' : null;
}

const subscribeNothing = () => () => undefined;
