'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState, useTransition } from 'react';
import { BlockButton } from '@/components/members/block-button';
import { Avatar } from '@/components/ui/avatar';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { SoftLink } from '@/components/ui/soft-link';
import type { Page } from '@/lib/core/page';
import type { ListBlocksInput } from '@/lib/features/blocks/schemas';
import type { BlockView } from '@/lib/features/blocks/views';
import type { ActionResult } from '@/lib/next/action-result';
import { paths } from '@/lib/paths';

type BlockListProps = {
  firstPage: Page<BlockView>;
  load: (input: ListBlocksInput) => Promise<ActionResult<Page<BlockView>>>;
};

/** 차단한 이웃, each with 「차단 해제」. */
export function BlockList({ firstPage, load }: BlockListProps) {
  const t = useTranslations('chat');
  const [page, setPage] = useState(firstPage);
  const [hasFailed, setFailed] = useState(false);
  const [isPending, startTransition] = useTransition();
  useEffect(() => setPage(firstPage), [firstPage]);

  function loadMore() {
    startTransition(async () => {
      const answer = await load(page.nextCursor === null ? {} : { cursor: page.nextCursor }).catch(
        () => null,
      );
      startTransition(() => {
        setFailed(!answer?.ok);
        if (answer?.ok) setPage({ ...answer.data, data: [...page.data, ...answer.data.data] });
      });
    });
  }

  if (page.data.length === 0) return <p className="text-ink-soft">{t('block.listEmpty')}</p>;
  return (
    <>
      <ul className="divide-y divide-line">
        {page.data.map(({ member }) => {
          const name = member.nickname ?? t('withdrawn');
          return (
            <li key={member.id} className="flex min-h-14 items-center gap-3 py-2">
              <Avatar name={name} src={member.avatarUrl} className="!size-10" />
              <span className="min-w-0 flex-1 truncate font-semibold">
                {member.nickname === null ? (
                  name
                ) : (
                  <SoftLink href={paths.user(member.id)} className="hover:underline">
                    {name}
                  </SoftLink>
                )}
              </span>
              <BlockButton memberId={member.id} name={name} isBlocked />
            </li>
          );
        })}
      </ul>
      {hasFailed && <Banner tone="error">{t('block.failed')}</Banner>}
      {page.nextCursor && (
        <Button variant="secondary" onClick={loadMore} isPending={isPending}>
          {t('block.more')}
        </Button>
      )}
    </>
  );
}
