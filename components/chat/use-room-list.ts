'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import { useMember } from '@/components/member/member-provider';
import type { Page } from '@/lib/core/page';
import type { RoomSummary } from '@/lib/features/chat/views';
import type { RoomsChange } from '@/lib/realtime/client/chat-client';
import { roomsAfter } from './rooms-after';

const REFRESH_DELAY_MS = 200;

/**
 * The rooms of the member, newest first, kept fresh while they are shown.
 *
 * @param start what the server rendered; null when the list is to be fetched
 */
export function useRoomList(start: Page<RoomSummary> | null) {
  const { viewerId, actions, realtime } = useMember();
  const [page, setPage] = useState(start);
  const [isLoading, setLoading] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  async function fetchRooms(cursor: string | null) {
    setLoading(true);
    const answer = await actions.listRooms(cursor ? { cursor } : {}).catch(() => null);
    setLoading(false);
    setFailure(answer?.ok ? null : (answer?.error.message ?? ''));
    return answer?.ok ? answer.data : null;
  }

  async function loadMore() {
    const cursor = page?.nextCursor;
    if (!cursor || isLoading) return;
    const further = await fetchRooms(cursor);
    if (further) setPage((now) => append(now, further));
  }

  async function refresh() {
    const first = await fetchRooms(null);
    if (first) setPage((now) => putInFront(first, now));
  }
  const refreshNow = useEffectEvent(() => void refresh());
  /** @returns whether the list could follow by itself */
  const follow = useEffectEvent((change: RoomsChange) => {
    const next = page && roomsAfter(page, change, viewerId);
    if (!next) return false;
    setPage((now) => now && (roomsAfter(now, change, viewerId) ?? now));
    return true;
  });

  useEffect(() => {
    if (start) setPage((now) => putInFront(start, now));
    else refreshNow();
  }, [start]);

  useEffect(() => {
    if (!realtime) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(refreshNow, REFRESH_DELAY_MS);
    };
    const followOrAsk = (change: RoomsChange) => {
      if (!follow(change)) later();
    };
    const stop = realtime.chat.onRoomsChanged(followOrAsk);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [realtime]);

  return {
    rooms: page?.data ?? null,
    hasMore: Boolean(page?.nextCursor),
    isLoading,
    failure,
    loadMore,
    refresh,
  };
}

function append(now: Page<RoomSummary> | null, further: Page<RoomSummary>): Page<RoomSummary> {
  const known = new Set(now?.data.map(({ id }) => id));
  return {
    data: [...(now?.data ?? []), ...further.data.filter(({ id }) => !known.has(id))],
    nextCursor: further.nextCursor,
  };
}

/** A fresh first page over what was there: further pages that were opened stay. */
function putInFront(first: Page<RoomSummary>, now: Page<RoomSummary> | null): Page<RoomSummary> {
  if (!now || now.data.length <= first.data.length) return first;
  const fresh = new Set(first.data.map(({ id }) => id));
  return {
    data: [...first.data, ...now.data.filter(({ id }) => !fresh.has(id))],
    nextCursor: now.nextCursor,
  };
}
