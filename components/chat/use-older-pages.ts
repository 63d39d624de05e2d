'use client';

import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import { whenNear } from '@/components/ui/when-near';

/** Fetches the page before the oldest message shown when its upper end comes near. */
export function useOlderPages(
  boxRef: RefObject<HTMLElement | null>,
  hasOlder: boolean,
  loadOlder: () => Promise<boolean>,
) {
  const sentinelRef = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<'idle' | 'loading' | 'failed'>('idle');

  async function load() {
    if (state === 'loading') return;
    setState('loading');
    setState((await loadOlder()) ? 'idle' : 'failed');
  }
  const loadNear = useEffectEvent(() => state === 'idle' && void load());

  // Watched anew after each page: a sentinel that is still in sight then asks for the next.
  useEffect(() => {
    const sentinel = sentinelRef.current;
    if (!sentinel || !hasOlder || state !== 'idle') return;
    return whenNear(sentinel, () => loadNear(), { root: boxRef.current, rootMargin: '240px 0px 0px' });
  }, [hasOlder, state, boxRef]);

  return { sentinelRef, load, isLoading: state === 'loading', hasFailed: state === 'failed' };
}
