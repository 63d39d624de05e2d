import { getTranslations } from 'next-intl/server';
import { loadBookmarks } from '@/app/_actions/item-list';
import { ClientMessages } from '@/components/layout/client-messages';
import { BookmarkFeed } from '@/components/mypage/bookmark-feed';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { listBookmarks } from '@/lib/features/bookmarks/server/list-bookmarks';
import { getContext } from '@/lib/next/context';
import { paths } from '@/lib/paths';

export async function BookmarksTab({ cursor }: { cursor: string | undefined }) {
  const [t, page] = await Promise.all([
    getTranslations('mypage'),
    listBookmarks(await getContext(), { ...(cursor && { cursor }) }),
  ]);
  if (page.data.length === 0) {
    return (
      <EmptyState
        drawing="heart"
        title={t('empty.bookmarks.title')}
        text={t('empty.bookmarks.text')}
        action={<LinkButton href={paths.home}>{t('browse')}</LinkButton>}
      />
    );
  }
  return (
    <ClientMessages namespaces={['items']}>
      <BookmarkFeed key={cursor} firstPage={page} load={loadBookmarks} />
    </ClientMessages>
  );
}
