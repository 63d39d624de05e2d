'use client';

import { useSyncExternalStore } from 'react';
import { DEFAULT_TIME_ZONE } from '@/lib/format/zone';

/** Zone of the reader's device; Asia/Seoul in what the server renders. */
export function useViewerZone(): string {
  return useSyncExternalStore(subscribeNothing, readZone, () => DEFAULT_TIME_ZONE);
}

const subscribeNothing = () => () => undefined;

/** Asking takes a millisecond of a phone, and each time of day on a page asks. */
const FRESH_MS = 60_000;
/** Whose clock shows what Seoul's does needs no Intl (lib/format/plain.ts): no zone so far east changes its clocks. */
const SEOUL_OFFSET_MIN = -540;
let known = { zone: DEFAULT_TIME_ZONE, until: 0 };

function readZone(): string {
  const now = Date.now();
  if (now < known.until) return known.zone;
  const isSeouls = new Date(now).getTimezoneOffset() === SEOUL_OFFSET_MIN;
  const zone = isSeouls
    ? DEFAULT_TIME_ZONE
    : Intl.DateTimeFormat().resolvedOptions().timeZone || DEFAULT_TIME_ZONE;
  known = { zone, until: now + FRESH_MS };
  return zone;
}
