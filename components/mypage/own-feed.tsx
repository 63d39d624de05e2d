'use client';

import { Pencil } from 'lucide';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ItemFeed } from '@/components/items/item-feed';
import { type PutBack, RelistButton } from '@/components/items/relist-button';
import { forgetFeed } from '@/components/items/saved-feed';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import type { Page } from '@/lib/core/page';
import type { ListItemsInput } from '@/lib/features/items/schemas';
import type { ItemCardView } from '@/lib/features/items/views';
import type { ActionResult } from '@/lib/next/action-result';
import { paths } from '@/lib/paths';

type OwnFeedProps = {
  input: ListItemsInput;
  firstPage: Page<ItemCardView>;
  load: (input: ListItemsInput) => Promise<ActionResult<Page<ItemCardView>>>;
  putBack: PutBack;
};

/** What I have posted, each with what I can do about it. */
export function OwnFeed({ input, firstPage, load, putBack }: OwnFeedProps) {
  const t = useTranslations('items');
  const [version, setVersion] = useState(0);

  // A relisted item is the newest: the list starts again at its first page, which the action has brought anew.
  function startAgain() {
    forgetFeed();
    setVersion(version + 1);
  }

  return (
    <ItemFeed
      key={version}
      listKey={paths.myPage('items')}
      firstPage={firstPage}
      load={(cursor) => load({ ...input, cursor })}
      footer={(item) =>
        item.status === 'CLOSED' ? (
          <RelistButton itemId={item.id} putBack={putBack} size="sm" onDone={startAgain} />
        ) : (
          <LinkButton
            href={paths.editItem(item.id)}
            variant="secondary"
            size="sm"
            isBlock
            icon={<Icon of={Pencil} aria-hidden="true" className="size-4" />}
          >
            {t('edit')}
          </LinkButton>
        )
      }
    />
  );
}
