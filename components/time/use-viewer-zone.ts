'use client';

import { useSyncExternalStore } from 'react';
import { DEFAULT_TIME_ZONE } from '@/lib/format/zone';

/** Zone of the reader's device; Asia/Seoul in what the server renders. */
export function useViewerZone(): string {
  return useSyncExternalStore(subscribeNothing, readZone, () => DEFAULT_TIME_ZONE);
}

const subscribeNothing = () => () => undefined;

function readZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || DEFAULT_TIME_ZONE;
}
