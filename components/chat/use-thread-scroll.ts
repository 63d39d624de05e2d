'use client';

import { useLayoutEffect, useRef, useState } from 'react';
import type { RoomSession } from '@/lib/realtime/client/room-session';

/** Nearer to the newest message than this counts as being there. */
const NEAR_PX = 80;

/**
 * Where the reader is in a reversed column (0 is the bottom, further up is negative): at the newest message they stay
 * there, further up their place stays still while the thread grows below.
 */
export function useThreadScroll(session: RoomSession) {
  const ref = useRef<HTMLDivElement>(null);
  const [seenSeq, setSeenSeq] = useState<number | null>(null);
  const heightBefore = useRef(0);
  const tail = `${session.lastSeq}/${session.outbox.map(({ clientId }) => clientId).join()}`;
  const tailBefore = useRef(tail);
  const newest = session.outbox.at(-1)?.clientId;
  const newestBefore = useRef(newest);
  const isUp = seenSeq !== null;

  useLayoutEffect(() => {
    const box = ref.current;
    if (!box) return;
    const grew = tailBefore.current !== tail;
    const hasWritten = newest !== undefined && newest !== newestBefore.current;
    if (hasWritten) box.scrollTop = 0;
    else if (grew && isUp) box.scrollTop -= box.scrollHeight - heightBefore.current;
    // Whoever is at the newest message stays there by itself: measuring would lay out the thread once more.
    if (isUp) heightBefore.current = box.scrollHeight;
    tailBefore.current = tail;
    newestBefore.current = newest;
  });

  function onScroll() {
    const box = ref.current;
    if (!box) return;
    const isAway = box.scrollTop < -NEAR_PX;
    if (isAway) heightBefore.current = box.scrollHeight;
    setSeenSeq((seen) => (isAway ? (seen ?? session.lastSeq) : null));
  }

  function toBottom() {
    ref.current?.scrollTo({ top: 0, behavior: 'smooth' });
  }

  const unseen =
    seenSeq === null
      ? 0
      : session.messages.filter(({ seq, senderId }) => seq > seenSeq && senderId !== session.viewerId).length;
  return { ref, onScroll, toBottom, unseen };
}
