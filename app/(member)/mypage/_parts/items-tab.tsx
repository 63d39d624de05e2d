import { getTranslations } from 'next-intl/server';
import { loadItems } from '@/app/_actions/item-list';
import { putBack } from '@/app/_actions/item-owner';
import { ClientMessages } from '@/components/layout/client-messages';
import { HiddenItems } from '@/components/mypage/hidden-items';
import { OwnFeed } from '@/components/mypage/own-feed';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { listHiddenItems } from '@/lib/features/items/server/list-hidden-items';
import { listItems } from '@/lib/features/items/server/list-items';
import { getContext } from '@/lib/next/context';
import { paths } from '@/lib/paths';

type ItemsTabProps = { cursor: string | undefined; viewerId: string };

export async function ItemsTab({ cursor, viewerId }: ItemsTabProps) {
  const input = { authorId: viewerId, includeRented: true };
  const ctx = await getContext();
  const [t, page, hidden] = await Promise.all([
    getTranslations('mypage'),
    listItems(ctx, { ...input, ...(cursor && { cursor }) }),
    cursor ? [] : listHiddenItems(ctx),
  ]);
  if (page.data.length === 0 && hidden.length === 0) {
    return (
      <EmptyState
        title={t('empty.items.title')}
        text={t('empty.items.text')}
        action={<LinkButton href={paths.newItem}>{t('post')}</LinkButton>}
      />
    );
  }
  return (
    <ClientMessages namespaces={['items']}>
      <HiddenItems items={hidden} />
      <OwnFeed key={cursor} input={input} firstPage={page} load={loadItems} putBack={putBack} />
    </ClientMessages>
  );
}
