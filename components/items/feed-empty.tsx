import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { useWords } from '@/components/ui/use-words';
import { paths } from '@/lib/paths';
import { EVERYWHERE, type ItemFilters, listHref } from './item-filters';

type FeedEmptyProps = {
  filters: ItemFilters;
  /** 2-digit code of the 시/도 around the shown district, when only a 시/군/구 is shown */
  provinceCode: string | null;
  /** false while a district narrows the list */
  isEverywhere: boolean;
};

/** Nothing matches: the next wider list is one press away, and so is asking for the thing. */
export function FeedEmpty({ filters, provinceCode, isEverywhere }: FeedEmptyProps) {
  const t = useWords('items.empty');
  const wider = { ...filters, region: EVERYWHERE };
  const isNarrowed = filters.category !== null || (filters.path === paths.search && filters.section !== null);
  return (
    <EmptyState
      drawing={filters.q ? 'search' : 'box'}
      headingLevel="h2"
      title={filters.q ? t('searchTitle', { q: filters.q }) : t('listTitle')}
      text={isEverywhere ? t('everywhereText') : t('nearText')}
      action={
        <>
          {provinceCode && (
            <LinkButton href={listHref({ ...filters, region: provinceCode })}>{t('toProvince')}</LinkButton>
          )}
          {!isEverywhere && (
            <LinkButton variant={provinceCode ? 'secondary' : 'primary'} href={listHref(wider)}>
              {t('toEverywhere')}
            </LinkButton>
          )}
          {!filters.withRented && (
            <LinkButton variant="secondary" href={listHref({ ...filters, withRented: true })}>
              {t('toRented')}
            </LinkButton>
          )}
          {isNarrowed && (
            <LinkButton
              variant="secondary"
              href={listHref({ ...filters, category: null, section: filters.q ? null : filters.section })}
            >
              {t('toAllCategories')}
            </LinkButton>
          )}
          <LinkButton variant={isEverywhere ? 'primary' : 'ghost'} href={paths.newItem}>
            {t('toNew')}
          </LinkButton>
        </>
      }
    />
  );
}
