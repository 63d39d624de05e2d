import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { setBookmark } from '@/app/_actions/bookmarks';
import { putBack, removeItem } from '@/app/_actions/item-owner';
import { inquire } from '@/app/_actions/rooms';
import { ItemActions } from '@/components/items/item-actions';
import { type RawParams, readCursor } from '@/components/items/item-filters';
import { ItemGallery } from '@/components/items/item-gallery';
import { ItemJsonLd } from '@/components/items/item-json-ld';
import { ItemSummary } from '@/components/items/item-summary';
import { ClientMessages } from '@/components/layout/client-messages';
import { SectionHeading } from '@/components/layout/page-heading';
import { PageShell } from '@/components/layout/page-shell';
import { MemberCard } from '@/components/members/member-card';
import { REVIEWS_ID, ReviewList } from '@/components/members/review-list';
import { cutText } from '@/lib/core/count-characters';
import { oneLine } from '@/lib/core/one-line';
import { variantUrl } from '@/lib/features/images/variants';
import { listItemReviews } from '@/lib/features/reviews/server/list-item-reviews';
import { getContext } from '@/lib/next/context';
import { paths } from '@/lib/paths';
import { readItem } from '../../_parts/read-item';
import { ReportItem } from '../../_parts/report-item';

type ItemPageProps = { params: Promise<{ id: string }>; searchParams: Promise<RawParams> };

export async function generateMetadata({ params }: ItemPageProps): Promise<Metadata> {
  const item = await readItem((await params).id);
  const [title, description] = [oneLine(item.title), cutText(oneLine(item.body), 150)];
  const images = item.images.slice(0, 1).map((image) => variantUrl(image.baseUrl, 1280));
  return {
    title,
    description,
    openGraph: { type: 'website', title, description, images },
  };
}

export default async function ItemPage({ params, searchParams }: ItemPageProps) {
  const item = await readItem((await params).id);
  const cursor = readCursor((await searchParams).reviews);
  const [t, reviews] = await Promise.all([
    getTranslations('items.reviews'),
    listItemReviews(await getContext(), { itemId: item.id, ...(cursor && { cursor }) }),
  ]);
  return (
    <PageShell className="!pt-0 !pb-24 md:!pt-8 md:!pb-10">
      <ItemJsonLd item={item} />
      <ClientMessages namespaces={['items']}>
        <div className="grid items-start gap-6 md:grid-cols-[minmax(0,6fr)_minmax(0,5fr)] md:gap-10">
          <div className="-mx-4 md:sticky md:top-24 md:mx-0">
            <ItemGallery item={item} />
          </div>
          <div className="flex min-w-0 flex-col gap-6">
            <MemberCard member={item.author} />
            <ItemSummary item={item} />
            <ItemActions item={item} actions={{ setBookmark, inquire, remove: removeItem, putBack }} />
            <p className="perforated pt-6 whitespace-pre-wrap">{item.body}</p>
            {item.viewer.canReport && <ReportItem itemId={item.id} />}
          </div>
        </div>
      </ClientMessages>
      <section id={REVIEWS_ID} className="mt-12 max-w-3xl md:mt-16">
        <SectionHeading title={t('title')} />
        {reviews.data.length > 0 ? (
          <ReviewList page={reviews} href={paths.item(item.id)} isFirstPage={!cursor} />
        ) : (
          <p className="rounded-lg bg-sunken px-5 py-8 text-center text-ink-soft">{t('none')}</p>
        )}
      </section>
    </PageShell>
  );
}
