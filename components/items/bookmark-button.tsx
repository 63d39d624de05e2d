'use client';

import { Heart } from 'lucide';
import { useRouter } from 'next/navigation';
import { startTransition, useOptimistic, useState } from 'react';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { Icon } from '@/components/ui/icon';
import { showToast } from '@/components/ui/toast';
import { useWords } from '@/components/ui/use-words';
import type { SetBookmarkInput } from '@/lib/features/bookmarks/schemas';
import type { ActionResult } from '@/lib/next/action-result';
import { paths } from '@/lib/paths';

export type SetBookmark = (
  input: SetBookmarkInput,
) => Promise<ActionResult<{ on: boolean; bookmarkCount: number }>>;

type BookmarkButtonProps = {
  itemId: string;
  isBookmarked: boolean;
  count: number;
  set: SetBookmark;
};

/** 「찜하기」/「찜 취소」: shows the wish at once and takes it back when the server refuses it. */
export function BookmarkButton({ itemId, isBookmarked, count, set }: BookmarkButtonProps) {
  const t = useWords('items');
  const router = useRouter();
  const [known, setKnown] = useState({ on: isBookmarked, count });
  const [shown, wish] = useOptimistic(known, (state, on: boolean) =>
    on === state.on ? state : { on, count: Math.max(0, state.count + (on ? 1 : -1)) },
  );

  function toggle() {
    const on = !shown.on;
    startTransition(async () => {
      wish(on);
      const result = await set({ itemId, on }).catch(() => null);
      startTransition(() => {
        if (result?.ok) setKnown({ on: result.data.on, count: result.data.bookmarkCount });
        else if (result?.error.way === 'sign-in') router.push(paths.login(paths.item(itemId)));
        else if (result?.error.way === 'district') router.push(paths.region(paths.item(itemId)));
        else showToast({ tone: 'error', text: result?.error.message ?? t('bookmarkFailed') });
      });
    });
  }

  return (
    <Button
      variant="secondary"
      onClick={toggle}
      aria-label={t(shown.on ? 'unbookmark' : 'bookmark')}
      title={t(shown.on ? 'unbookmark' : 'bookmark')}
      icon={
        <Icon
          of={Heart}
          aria-hidden="true"
          className={cx('size-6 transition-colors', shown.on && 'animate-pop fill-heart text-heart')}
        />
      }
      className="!px-4"
    >
      <span className="figures">{shown.count}</span>
    </Button>
  );
}
