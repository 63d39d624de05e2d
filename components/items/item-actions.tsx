import { Pencil } from 'lucide';
import { Icon } from '@/components/ui/icon';
import { LastPiece } from '@/components/ui/last-piece';
import { LinkButton } from '@/components/ui/link-button';
import { useWords } from '@/components/ui/use-words';
import type { ItemView } from '@/lib/features/items/views';
import { paths } from '@/lib/paths';
import { BookmarkButton, type SetBookmark } from './bookmark-button';
import { DeleteButton } from './delete-button';
import { InquireButton } from './inquire-button';
import { type PutBack, RelistButton } from './relist-button';

type ItemActionsProps = {
  item: ItemView;
  actions: {
    setBookmark: SetBookmark;
    inquire: (itemId: string) => Promise<{ message: string }>;
    remove: (input: { itemId: string }) => Promise<{ message: string }>;
    putBack: PutBack;
  };
};

/** What this viewer can do with the item: a bar above the thumb on phones, a row under the price on wide screens. */
export function ItemActions({ item, actions }: ItemActionsProps) {
  const t = useWords('items');
  const { viewer } = item;
  const isEmpty = !(viewer.isAuthor || viewer.canBookmark || viewer.canInquire);
  if (isEmpty) return null;
  return (
    <div className="comes-whole fixed inset-x-0 bottom-(--tab-bar) z-20 flex items-end gap-2.5 border-t border-line bg-surface px-4 py-2.5 md:static md:border-0 md:bg-transparent md:p-0">
      {viewer.isAuthor ? (
        <>
          {viewer.canRelist && <RelistButton itemId={item.id} putBack={actions.putBack} />}
          <LinkButton
            href={paths.editItem(item.id)}
            variant="secondary"
            className="flex-1"
            icon={<Icon of={Pencil} aria-hidden="true" className="size-5" />}
          >
            {t('edit')}
          </LinkButton>
          <DeleteButton itemId={item.id} remove={actions.remove} />
        </>
      ) : (
        <>
          {viewer.canBookmark && (
            <BookmarkButton
              itemId={item.id}
              isBookmarked={viewer.isBookmarked}
              count={item.bookmarkCount}
              set={actions.setBookmark}
            />
          )}
          {viewer.canInquire && (
            <InquireButton itemId={item.id} label={t('inquire')} inquire={actions.inquire} />
          )}
        </>
      )}
      <LastPiece />
    </div>
  );
}
