import { type Tab, Tabs } from '@/components/ui/tabs';
import { useWords } from '@/components/ui/use-words';
import { paths } from '@/lib/paths';
import { type ItemFilters, listHref } from './item-filters';

/** 「빌려드려요」 「빌려요」; a search starts with both. */
export function SectionTabs({ filters }: { filters: ItemFilters }) {
  const t = useWords('items');
  const tabs: Tab[] = [
    ...(filters.path === paths.search
      ? [{ href: listHref({ ...filters, section: null }), label: t('section.all') }]
      : []),
    { href: listHref({ ...filters, section: 'OFFER' }), label: t('section.OFFER') },
    { href: listHref({ ...filters, section: 'WANTED' }), label: t('section.WANTED') },
  ];
  return <Tabs label={t('section.label')} tabs={tabs} currentHref={listHref(filters)} />;
}
