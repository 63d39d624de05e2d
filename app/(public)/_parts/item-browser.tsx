import { getTranslations } from 'next-intl/server';
import { loadItems } from '@/app/_actions/item-list';
import { loadProvinces } from '@/app/_actions/regions';
import { CategoryChips } from '@/components/items/category-chips';
import { FeedEmpty } from '@/components/items/feed-empty';
import { FilteredFeed } from '@/components/items/filtered-feed';
import { EVERYWHERE, type ItemFilters, listHref, listInput } from '@/components/items/item-filters';
import { RentedSwitch } from '@/components/items/rented-switch';
import { SectionTabs } from '@/components/items/section-tabs';
import { ToTopButton } from '@/components/items/to-top-button';
import { ClientMessages } from '@/components/layout/client-messages';
import { RegionBar } from '@/components/regions/region-bar';
import { LinkButton } from '@/components/ui/link-button';
import type { ServiceContext } from '@/lib/core/context';
import { seal } from '@/lib/core/sealed';
import { listCategories } from '@/lib/features/items/server/list-categories';
import { listItems } from '@/lib/features/items/server/list-items';
import { findRegion } from '@/lib/features/regions/server/find-region';
import { getContext } from '@/lib/next/context';
import { getViewer } from '@/lib/next/viewer';

type ItemBrowserProps = { filters: ItemFilters; cursor?: string };

/** Filters and the list they give, for `/` and `/search`. */
export async function ItemBrowser({ filters: said, cursor }: ItemBrowserProps) {
  const [ctx, viewer] = await Promise.all([getContext(), getViewer()]);
  const filters = await withKnownRegion(ctx, said);
  const ownCode = viewer?.region?.code ?? null;
  const input = listInput(filters, ownCode);
  const [t, categories, page] = await Promise.all([
    getTranslations('items'),
    listCategories(ctx),
    listItems(ctx, { ...input, ...(cursor && { cursor }) }),
  ]);
  const [shown, own] = await Promise.all(
    [input.region, ownCode].map((code) => (code ? findRegion(ctx, code) : null)),
  );
  const href = listHref(filters);

  return (
    <ClientMessages namespaces={['items']}>
      <h2 className="sr-only">{t('list')}</h2>
      <div className="flex flex-col gap-4 md:gap-5">
        <SectionTabs filters={filters} />
        <CategoryChips filters={filters} categories={categories} />
        <div className="flex flex-col gap-x-6 gap-y-1 md:flex-row md:items-center md:justify-between">
          <div className="min-w-0 flex-1">
            <RegionBar filters={filters} shown={shown ?? null} own={own ?? null} load={loadProvinces} />
          </div>
          <RentedSwitch
            label={t('withRented')}
            applyLabel={t('apply')}
            isOn={filters.withRented}
            hrefs={{
              on: listHref({ ...filters, withRented: true }),
              off: listHref({ ...filters, withRented: false }),
            }}
          />
        </div>
      </div>
      <div className="mt-6 md:mt-8">
        {cursor && (
          <LinkButton href={href} variant="secondary" size="sm" className="mb-6">
            {t('feed.toStart')}
          </LinkButton>
        )}
        {page.data.length > 0 ? (
          <FilteredFeed
            key={`${href} ${cursor ?? ''}`}
            listKey={href}
            input={input}
            firstPage={seal(page)}
            load={loadItems}
          />
        ) : (
          <FeedEmpty
            filters={filters}
            provinceCode={shown?.region ? shown.province.code : null}
            isEverywhere={!shown}
          />
        )}
      </div>
      <ToTopButton label={t('toTop')} />
    </ClientMessages>
  );
}

async function withKnownRegion(ctx: ServiceContext, filters: ItemFilters): Promise<ItemFilters> {
  if (filters.region === null || filters.region === EVERYWHERE) return filters;
  return (await findRegion(ctx, filters.region)) ? filters : { ...filters, region: null };
}
