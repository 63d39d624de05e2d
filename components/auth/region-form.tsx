'use client';

import { useTranslations } from 'next-intl';
import { RegionFields } from '@/components/forms/region-fields';
import { useServerForm } from '@/components/forms/use-server-form';
import { Banner } from '@/components/ui/banner';
import { SubmitButton } from '@/components/ui/submit-button';
import type { ProvinceView } from '@/lib/features/regions/views';
import type { FormAction } from '@/lib/next/form-state';

type RegionFormProps = {
  action: FormAction;
  provinces: readonly ProvinceView[];
  returnTo: string;
  /** the member's district now */
  currentCode: string;
};

export function RegionForm({ action, provinces, returnTo, currentCode }: RegionFormProps) {
  const t = useTranslations('auth');
  const { state, isPending, formProps } = useServerForm(action, { offlineMessage: t('offline') });
  return (
    <form {...formProps} className="flex flex-col gap-5">
      <input type="hidden" name="next" value={returnTo} />
      {state.message && <Banner tone="error">{state.message}</Banner>}
      <RegionFields
        provinces={provinces}
        defaultProvinceCode={state.values.provinceCode}
        defaultRegionCode={state.values.regionCode ?? currentCode}
        error={state.fields.regionCode}
      />
      <SubmitButton size="lg" isBlock isPending={isPending} className="mt-2">
        {t('region.button')}
      </SubmitButton>
    </form>
  );
}
