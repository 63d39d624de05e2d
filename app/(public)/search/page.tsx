import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { type RawParams, readCursor, readItemFilters } from '@/components/items/item-filters';
import { PageHeading } from '@/components/layout/page-heading';
import { PageShell } from '@/components/layout/page-shell';
import { paths } from '@/lib/paths';
import { ItemBrowser } from '../_parts/item-browser';

type SearchPageProps = { searchParams: Promise<RawParams> };

export async function generateMetadata({ searchParams }: SearchPageProps): Promise<Metadata> {
  const params = await searchParams;
  const { q } = readItemFilters(paths.search, params);
  const t = await getTranslations('items.search');
  // Search engines take the list of everything; what somebody looked for is nobody else's page.
  const isNarrowed = Object.keys(params).length > 0;
  return { title: q ? t('heading', { q }) : t('headingAll'), robots: { index: !isNarrowed } };
}

export default async function SearchPage({ searchParams }: SearchPageProps) {
  const params = await searchParams;
  const filters = readItemFilters(paths.search, params);
  const t = await getTranslations('items.search');
  return (
    <PageShell>
      <PageHeading title={filters.q ? t('heading', { q: filters.q }) : t('headingAll')} />
      <ItemBrowser filters={filters} cursor={readCursor(params.cursor)} />
    </PageShell>
  );
}
