import { LayoutGrid } from 'lucide';
import { useLocale } from 'next-intl';
import { ChipLink, ChipRow } from '@/components/ui/chip';
import { Icon } from '@/components/ui/icon';
import { useWords } from '@/components/ui/use-words';
import type { CategoryView } from '@/lib/features/items/views';
import { localName } from '@/lib/format/local-name';
import { CategoryIcon } from './category-icon';
import { CurrentInView } from './current-in-view';
import { type ItemFilters, listHref } from './item-filters';

type CategoryChipsProps = { filters: ItemFilters; categories: readonly CategoryView[] };

export function CategoryChips({ filters, categories }: CategoryChipsProps) {
  const t = useWords('items');
  const locale = useLocale();
  return (
    <CurrentInView current={filters.category ?? ''}>
      <ChipRow label={t('category')}>
        <ChipLink
          href={listHref({ ...filters, category: null })}
          keepsScroll
          isCurrent={filters.category === null}
          icon={<Icon of={LayoutGrid} aria-hidden="true" />}
        >
          {t('allCategories')}
        </ChipLink>
        {categories.map((category) => (
          <ChipLink
            key={category.slug}
            href={listHref({ ...filters, category: category.slug })}
            keepsScroll
            isCurrent={filters.category === category.slug}
            icon={<CategoryIcon name={category.icon} />}
          >
            {localName(category, locale)}
          </ChipLink>
        ))}
      </ChipRow>
    </CurrentInView>
  );
}
