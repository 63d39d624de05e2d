import { useLocale } from 'next-intl';
import { CurrentInView } from '@/components/items/current-in-view';
import { EVERYWHERE, type ItemFilters, listHref } from '@/components/items/item-filters';
import { ChipLink, ChipRow } from '@/components/ui/chip';
import { useWords } from '@/components/ui/use-words';
import { localName } from '@/lib/format/local-name';
import type { LoadProvinces } from './region-dialog';
import { RegionPicker } from './region-picker';
import type { ShownPlace } from './shown-place';

type RegionBarProps = {
  filters: ItemFilters;
  /** null: everywhere */
  shown: ShownPlace | null;
  /** the viewer's own 동네 */
  own: ShownPlace | null;
  load: LoadProvinces;
};

/** Which district is shown, one press to widen it step by step, and 「동네 바꾸기」. */
export function RegionBar({ filters, shown, own, load }: RegionBarProps) {
  const t = useWords('items.region');
  const locale = useLocale();
  const code = shown ? (shown.region?.code ?? shown.province.code) : null;
  const near = shown ?? own;
  const step = (region: string, label: string) => (
    <ChipLink href={listHref({ ...filters, region })} keepsScroll isCurrent={region === (code ?? EVERYWHERE)}>
      {label}
    </ChipLink>
  );
  const narrow = near?.region ?? own?.region;
  const provinceName = near && (locale === 'ko' ? near.province.shortName : near.province.nameEn);

  return (
    <CurrentInView current={code ?? ''}>
      <ChipRow label={t('label')}>
        <RegionPicker label={t('change')} filters={filters} current={code} load={load} />
        {narrow && step(narrow.code, localName(narrow, locale))}
        {near && step(near.province.code, t('wholeProvince', { name: provinceName ?? '' }))}
        {step(EVERYWHERE, t('everywhere'))}
      </ChipRow>
    </CurrentInView>
  );
}
