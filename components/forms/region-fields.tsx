'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { SelectField } from '@/components/ui/select-field';
import type { ProvinceView } from '@/lib/features/regions/views';
import { localName } from '@/lib/format/local-name';

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
 * What was chosen before the script came stays chosen.
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
    </div>
  );
}
