'use client';

import { useTranslations } from 'next-intl';
import { RegionFields } from '@/components/forms/region-fields';
import { useServerForm } from '@/components/forms/use-server-form';
import { Banner } from '@/components/ui/banner';
import { PasswordField } from '@/components/ui/password-field';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import type { ProvinceView } from '@/lib/features/regions/views';
import type { FormAction } from '@/lib/next/form-state';

type SignUpFormProps = {
  action: FormAction;
  provinces: readonly ProvinceView[];
  /** path to go on to, already judged */
  returnTo: string;
};

export function SignUpForm({ action, provinces, returnTo }: SignUpFormProps) {
  const t = useTranslations('auth');
  const { state, isPending, formProps } = useServerForm(action, { offlineMessage: t('offline') });
  const { fields, values } = state;
  return (
    <form {...formProps} className="flex flex-col gap-5">
      <input type="hidden" name="next" value={returnTo} />
      {state.message && <Banner tone="error">{state.message}</Banner>}
      <TextField
        name="email"
        type="email"
        inputMode="email"
        label={t('email')}
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={values.email}
        error={fields.email}
      />
      <PasswordField
        name="password"
        label={t('password')}
        autoComplete="new-password"
        hint={t('hints.password')}
        error={fields.password}
      />
      <PasswordField
        name="passwordConfirm"
        label={t('passwordConfirm')}
        autoComplete="new-password"
        error={fields.passwordConfirm}
      />
      <TextField
        name="nickname"
        label={t('nickname')}
        autoComplete="nickname"
        autoCapitalize="none"
        spellCheck={false}
        hint={t('hints.nickname')}
        defaultValue={values.nickname}
        error={fields.nickname}
      />
      <RegionFields
        provinces={provinces}
        defaultProvinceCode={values.provinceCode}
        defaultRegionCode={values.regionCode}
        error={fields.regionCode}
        hint={t('hints.region')}
      />
      <SubmitButton size="lg" isBlock isPending={isPending} className="mt-2">
        {t('signUp.button')}
      </SubmitButton>
    </form>
  );
}
