'use client';

import { Search } from 'lucide';
import { useLocale, useTranslations } from 'next-intl';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { SelectField } from '@/components/ui/select-field';
import { type FoundAddress, regionOfAddress } from '@/lib/features/regions/region-of-address';
import type { ProvinceView } from '@/lib/features/regions/views';
import { localName } from '@/lib/format/local-name';

const PostcodeDialog = lazy(() => import('./postcode-dialog'));

type RegionFieldsProps = {
  provinces: readonly ProvinceView[];
  /** 5-digit code that is chosen at first */
  defaultRegionCode?: string;
  defaultProvinceCode?: string;
  error?: string | null;
  hint?: string;
};

/**
 * 「시/도」 and 「시/군/구」. Without script the second offers every district, grouped; with script only those of the first.
 * What was chosen before the script came stays chosen. In Korean an address can be searched for instead; only its
 * district is kept.
 */
export function RegionFields(props: RegionFieldsProps) {
  const { provinces, defaultRegionCode = '', error, hint } = props;
  const t = useTranslations('auth');
  const locale = useLocale();
  const provinceRef = useRef<HTMLSelectElement>(null);
  const regionRef = useRef<HTMLSelectElement>(null);
  // null: the script is not here yet
  const [provinceCode, setProvinceCode] = useState<string | null>(null);

  useEffect(() => {
    const chosen = provinceRef.current?.value || (regionRef.current?.value.slice(0, 2) ?? '');
    if (provinceRef.current) provinceRef.current.value = chosen;
    setProvinceCode(chosen);
  }, []);

  const open = provinces.filter(({ code }) => provinceCode === null || code === provinceCode);
  const groups = open.map((province) => ({
    key: province.code,
    label: localName(province, locale),
    options: province.regions.map((region) => ({ value: region.code, label: localName(region, locale) })),
  }));
  const [found, setFound] = useState<string | null | undefined>();
  const [isSearching, setSearching] = useState(false);

  useEffect(() => {
    if (found && regionRef.current) regionRef.current.value = found;
  }, [found]);

  function choose(address: FoundAddress) {
    const code = regionOfAddress(provinces, address);
    setSearching(false);
    setFound(code);
    if (code === null || !provinceRef.current) return;
    provinceRef.current.value = code.slice(0, 2);
    setProvinceCode(code.slice(0, 2));
    // What was said of a field is over once it is changed.
    regionRef.current?.dispatchEvent(new Event('input', { bubbles: true }));
  }

  const isOnlyChoice = provinceCode !== null && groups[0]?.options.length === 1;

  return (
    <div className="grid gap-x-3 gap-y-5 sm:grid-cols-2">
      <SelectField
        ref={provinceRef}
        name="provinceCode"
        label={t('province')}
        placeholder={t('chooseProvince')}
        options={provinces.map((province) => ({ value: province.code, label: localName(province, locale) }))}
        defaultValue={props.defaultProvinceCode || defaultRegionCode.slice(0, 2)}
        autoComplete="address-level1"
        error={error && provinceCode === '' ? error : null}
        onChange={(event) => setProvinceCode(event.target.value)}
      />
      <SelectField
        ref={regionRef}
        name="regionCode"
        label={t('district')}
        placeholder={isOnlyChoice ? undefined : t('chooseDistrict')}
        groups={groups}
        defaultValue={defaultRegionCode}
        autoComplete="address-level2"
        error={error && provinceCode !== '' ? error : null}
        hint={hint}
      />
      {provinceCode !== null && locale === 'ko' && (
        <Button
          variant="ghost"
          size="sm"
          icon={<Icon of={Search} aria-hidden="true" className="size-4.5" />}
          onClick={() => setSearching(true)}
          className="-mt-3 -ml-2 justify-self-start sm:col-span-2"
        >
          {t('postcode.open')}
        </Button>
      )}
      {found === null && (
        <Banner tone="warn" className="sm:col-span-2">
          {t('postcode.none')}
        </Banner>
      )}
      {isSearching && (
        <Suspense>
          <PostcodeDialog onClose={() => setSearching(false)} onChoose={choose} />
        </Suspense>
      )}
    </div>
  );
}
