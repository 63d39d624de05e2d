import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { loadItems } from '@/app/_actions/item-list';
import { FilteredFeed } from '@/components/items/filtered-feed';
import { type RawParams, readCursor } from '@/components/items/item-filters';
import { ClientMessages } from '@/components/layout/client-messages';
import { SectionHeading } from '@/components/layout/page-heading';
import { PageShell } from '@/components/layout/page-shell';
import { BlockButton } from '@/components/members/block-button';
import { MemberHeader } from '@/components/members/member-header';
import { REVIEWS_ID, ReviewList } from '@/components/members/review-list';
import { EmptyState } from '@/components/ui/empty-state';
import { seal } from '@/lib/core/sealed';
import { listItems } from '@/lib/features/items/server/list-items';
import { listMemberReviews } from '@/lib/features/reviews/server/list-member-reviews';
import { getContext } from '@/lib/next/context';
import { getViewer } from '@/lib/next/viewer';
import { paths } from '@/lib/paths';
import { readProfile } from '../../_parts/read-profile';

type ProfilePageProps = { params: Promise<{ id: string }>; searchParams: Promise<RawParams> };

export async function generateMetadata({ params }: ProfilePageProps): Promise<Metadata> {
  const member = await readProfile((await params).id);
  const t = await getTranslations('items.member');
  const title = t('pageTitle', { nickname: member.nickname ?? t('withdrawn') });
  return { title, description: title };
}

export default async function ProfilePage({ params, searchParams }: ProfilePageProps) {
  const member = await readProfile((await params).id);
  const query = await searchParams;
  const [reviewCursor, itemCursor] = [readCursor(query.reviews), readCursor(query.cursor)];
  const input = { authorId: member.id, includeRented: true };
  const ctx = await getContext();
  const [t, viewer, reviews, items] = await Promise.all([
    getTranslations('items.member'),
    getViewer(),
    listMemberReviews(ctx, { userId: member.id, ...(reviewCursor && { cursor: reviewCursor }) }),
    listItems(ctx, { ...input, ...(itemCursor && { cursor: itemCursor }) }),
  ]);
  const href = paths.user(member.id);
  return (
    <PageShell>
      <MemberHeader
        member={member}
        action={
          viewer &&
          viewer.id !== member.id && (
            <BlockButton memberId={member.id} name={member.nickname} isBlocked={member.isBlocked} />
          )
        }
      />
      <section id={REVIEWS_ID} className="mt-10 max-w-3xl">
        <SectionHeading title={t('reviews')} />
        {reviews.data.length > 0 ? (
          <ReviewList page={reviews} href={href} isFirstPage={!reviewCursor} withItem />
        ) : (
          <p className="rounded-lg bg-sunken px-5 py-8 text-center text-ink-soft">{t('noReviews')}</p>
        )}
      </section>
      <section className="mt-12">
        <SectionHeading title={t('items')} />
        {items.data.length > 0 ? (
          <ClientMessages namespaces={['items']}>
            <FilteredFeed
              key={itemCursor}
              listKey={href}
              input={input}
              firstPage={seal(items)}
              load={loadItems}
            />
          </ClientMessages>
        ) : (
          <EmptyState title={t('noItems')} text={t('noItemsText')} headingLevel="h3" />
        )}
      </section>
    </PageShell>
  );
}
