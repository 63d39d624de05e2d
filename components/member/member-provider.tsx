'use client';

import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import { type Counts, type CountsStore, createCountsStore } from '@/lib/realtime/client/counts';
import type { MemberRealtime } from '@/lib/realtime/client/member-realtime';
import type { MemberActions } from './member-actions';
import { useSameMember } from './use-same-member';

export interface MemberValue {
  viewerId: string;
  actions: MemberActions;
  counts: CountsStore;
  /** null until the code for it has come, after the page itself */
  realtime: MemberRealtime | null;
}

const MemberContext = createContext<MemberValue | null>(null);

type MemberProviderProps = {
  viewerId: string;
  counts: Counts;
  actions: MemberActions;
  children: ReactNode;
};

/** Stands once in the root layout, around everything, when a member is signed in; give it the member's id as `key`. */
export function MemberProvider({ viewerId, counts: fresh, actions: given, children }: MemberProviderProps) {
  // Each answer of the server brings the same actions as new objects; the connection must not start anew for that.
  const [actions] = useState(given);
  const [counts] = useState(() => createCountsStore(fresh));
  const [realtime, setRealtime] = useState<MemberRealtime | null>(null);
  useSameMember(viewerId);

  useEffect(
    () => counts.set({ alerts: fresh.alerts, messages: fresh.messages }),
    [counts, fresh.alerts, fresh.messages],
  );
  useEffect(() => {
    let started: MemberRealtime | null = null;
    let isGone = false;
    const start = async () => {
      const { startMemberRealtime } = await import('@/lib/realtime/client/member-realtime');
      if (isGone) return;
      started = startMemberRealtime({ viewerId, counts, actions });
      setRealtime(started);
    };
    start().catch(() => undefined);
    return () => {
      isGone = true;
      started?.stop();
      setRealtime(null);
    };
  }, [viewerId, counts, actions]);

  return <MemberContext value={{ viewerId, actions, counts, realtime }}>{children}</MemberContext>;
}

/** For tests, and wherever a member's parts stand without the root layout. */
export const MemberValueProvider = MemberContext.Provider;

/** @throws where no member is signed in */
export function useMember(): MemberValue {
  const member = useContext(MemberContext);
  if (!member) throw new Error('useMember stands outside of MemberProvider');
  return member;
}

export function useCounts(): Counts {
  const { counts } = useMember();
  return useSyncExternalStore(counts.subscribe, counts.get, counts.get);
}
