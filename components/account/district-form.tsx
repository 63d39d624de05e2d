'use client';

import { useTranslations } from 'next-intl';
import { RegionFields } from '@/components/forms/region-fields';
import type { ProvinceView } from '@/lib/features/regions/views';
import type { FormAction } from '@/lib/next/form-state';
import { FieldForm } from './field-form';

type DistrictFormProps = { action: FormAction; provinces: readonly ProvinceView[]; regionCode: string };

export function DistrictForm({ action, provinces, regionCode }: DistrictFormProps) {
  const t = useTranslations('account.region');
  return (
    <FieldForm action={action} button={t('button')} done={t('done')}>
      {({ fields, values }) => (
        <RegionFields
          provinces={provinces}
          defaultProvinceCode={values.provinceCode}
          defaultRegionCode={values.regionCode ?? regionCode}
          error={fields.regionCode}
        />
      )}
    </FieldForm>
  );
}
