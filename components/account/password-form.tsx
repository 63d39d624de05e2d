'use client';

import { useTranslations } from 'next-intl';
import { CodeField } from '@/components/auth/code-field';
import { useServerForm } from '@/components/forms/use-server-form';
import { Banner } from '@/components/ui/banner';
import { PasswordField } from '@/components/ui/password-field';
import { SubmitButton } from '@/components/ui/submit-button';
import type { FormAction } from '@/lib/next/form-state';

type PasswordFormProps = {
  action: FormAction;
  email: string | null;
  hasTwoStep: boolean;
  hasKakao: boolean;
};

/** The form is built anew once it was done: no password stays in the page. */
export function PasswordForm({ action, email, hasTwoStep, hasKakao }: PasswordFormProps) {
  const t = useTranslations('account.password');
  const tAuth = useTranslations('auth');
  const { state, isPending, formProps } = useServerForm(action, { offlineMessage: tAuth('offline') });
  const { fields } = state;
  return (
    <form {...formProps} className="flex flex-col gap-4">
      {state.message && <Banner tone="error">{state.message}</Banner>}
      {state.done && (
        <Banner tone="success">
          {t('done')} {hasKakao && t('kakaoStays')}
        </Banner>
      )}
      {/* Tells password managers whose password this is. */}
      <input
        type="email"
        name="username"
        autoComplete="username"
        defaultValue={email ?? ''}
        readOnly
        hidden
      />
      <div key={state.done ? 'done' : 'open'} className="flex flex-col gap-4">
        <PasswordField
          name="currentPassword"
          label={t('current')}
          autoComplete="current-password"
          error={fields.currentPassword}
        />
        <PasswordField
          name="password"
          label={t('next')}
          autoComplete="new-password"
          hint={tAuth('hints.password')}
          error={fields.password}
        />
        <PasswordField
          name="passwordConfirm"
          label={t('confirm')}
          autoComplete="new-password"
          error={fields.passwordConfirm}
        />
        {hasTwoStep && <CodeField error={fields.otp} hint={t('code')} />}
      </div>
      <SubmitButton variant="secondary" isPending={isPending} className="self-start max-sm:w-full">
        {t('button')}
      </SubmitButton>
    </form>
  );
}
