'use client';

import { useMemo } from 'react';
import type { Page } from '@/lib/core/page';
import { type Sealed, unseal } from '@/lib/core/sealed';
import type { ListItemsInput } from '@/lib/features/items/schemas';
import type { ItemCardView } from '@/lib/features/items/views';
import type { ActionResult } from '@/lib/next/action-result';
import { ItemFeed } from './item-feed';

type FilteredFeedProps = {
  listKey: string;
  input: ListItemsInput;
  firstPage: Sealed<Page<ItemCardView>>;
  load: (input: ListItemsInput) => Promise<ActionResult<Page<ItemCardView>>>;
};

/** The items that a set of filters gives. */
export function FilteredFeed({ listKey, input, firstPage, load }: FilteredFeedProps) {
  const opened = useMemo(() => unseal(firstPage), [firstPage]);
  return <ItemFeed listKey={listKey} firstPage={opened} load={(cursor) => load({ ...input, cursor })} />;
}
