import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { RentalCard } from '@/components/rentals/rental-card';
import { EmptyState } from '@/components/ui/empty-state';
import { LastPiece } from '@/components/ui/last-piece';
import { LinkButton } from '@/components/ui/link-button';
import type { Page } from '@/lib/core/page';
import type { RentalView } from '@/lib/features/rentals/views';
import { paths } from '@/lib/paths';

type RentalListProps = {
  tab: 'ongoing' | 'closed';
  page: Page<RentalView>;
  isFirstPage: boolean;
  actionsOf: (rental: RentalView) => ReactNode;
};

export function RentalList({ tab, page, isFirstPage, actionsOf }: RentalListProps) {
  const t = useTranslations('mypage');
  const href = paths.myPage(tab);
  if (page.data.length === 0 && isFirstPage) {
    return (
      <EmptyState
        title={t(`empty.${tab}.title`)}
        text={t(`empty.${tab}.text`)}
        action={<LinkButton href={paths.home}>{t('browse')}</LinkButton>}
      />
    );
  }
  return (
    <>
      <ul className="comes-whole grid gap-4 lg:grid-cols-2">
        {page.data.map((rental) => (
          <li key={rental.id}>
            <RentalCard rental={rental} actions={actionsOf(rental)} />
          </li>
        ))}
        <LastPiece as="li" />
      </ul>
      <div className="mt-8 flex flex-wrap justify-center gap-2">
        {!isFirstPage && (
          <LinkButton href={href} variant="secondary">
            {t('toStart')}
          </LinkButton>
        )}
        {page.nextCursor !== null && (
          <LinkButton
            variant="secondary"
            href={`/mypage?tab=${tab}&cursor=${encodeURIComponent(page.nextCursor)}`}
          >
            {t('more')}
          </LinkButton>
        )}
      </div>
    </>
  );
}
