import { useLocale, useTranslations } from 'next-intl';
import { Avatar } from '@/components/ui/avatar';
import { LinkButton } from '@/components/ui/link-button';
import { RelativeTime } from '@/components/ui/relative-time';
import { Stars } from '@/components/ui/stars';
import type { Page } from '@/lib/core/page';
import type { ReviewView } from '@/lib/features/reviews/views';
import { formatDuration } from '@/lib/format/remaining-time';
import { ReviewItemLink } from './review-item-link';

type ReviewListProps = {
  page: Page<ReviewView>;
  /** address of the page that this stands on */
  href: string;
  isFirstPage: boolean;
  /** On a profile each review says which item it is about. */
  withItem?: boolean;
};

export const REVIEWS_ID = 'reviews';

export function ReviewList({ page, href, isFirstPage, withItem }: ReviewListProps) {
  const t = useTranslations('items.reviews');
  return (
    <>
      <ul className="flex flex-col divide-y divide-line">
        {page.data.map((review) => (
          <Review key={review.id} review={review} withItem={withItem} />
        ))}
      </ul>
      {(page.nextCursor !== null || !isFirstPage) && (
        <div className="mt-4 flex flex-wrap gap-2">
          {!isFirstPage && (
            <LinkButton variant="secondary" size="sm" href={`${href}#${REVIEWS_ID}`}>
              {t('toStart')}
            </LinkButton>
          )}
          {page.nextCursor !== null && (
            <LinkButton
              variant="secondary"
              size="sm"
              href={`${href}?reviews=${encodeURIComponent(page.nextCursor)}#${REVIEWS_ID}`}
            >
              {t('more')}
            </LinkButton>
          )}
        </div>
      )}
    </>
  );
}

function Review({ review, withItem }: { review: ReviewView; withItem?: boolean }) {
  const t = useTranslations('items');
  const locale = useLocale();
  const nickname = review.reviewer.nickname ?? t('member.withdrawn');
  const rentalMs = Date.parse(review.rental.endsAt) - Date.parse(review.rental.startsAt);
  return (
    <li className="flex gap-3 py-5 first:pt-1">
      <Avatar name={nickname} src={review.reviewer.avatarUrl} size="sm" className="mt-0.5" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2.5 gap-y-0.5">
          <span className="font-semibold">{nickname}</span>
          <Stars value={review.stars} size="sm" />
        </p>
        <p className="flex flex-wrap gap-x-1.5 text-xs text-ink-soft">
          <span>{t('reviews.rented', { length: formatDuration(rentalMs, locale) })}</span>
          <span aria-hidden="true">·</span>
          <RelativeTime at={review.createdAt} />
        </p>
        <p className="mt-2 whitespace-pre-line">{review.body}</p>
        {withItem && <ReviewItemLink item={review.item} />}
      </div>
    </li>
  );
}
