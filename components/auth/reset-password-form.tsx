'use client';

import { useTranslations } from 'next-intl';
import { useServerForm } from '@/components/forms/use-server-form';
import { Banner } from '@/components/ui/banner';
import { LinkButton } from '@/components/ui/link-button';
import { PasswordField } from '@/components/ui/password-field';
import { SubmitButton } from '@/components/ui/submit-button';
import type { FormAction } from '@/lib/next/form-state';
import { paths } from '@/lib/paths';

/** @param token what the letter's link carries; used up by saving, not by opening the page */
export function ResetPasswordForm({ action, token }: { action: FormAction; token: string }) {
  const t = useTranslations('auth');
  const { state, isPending, formProps } = useServerForm(action, { offlineMessage: t('offline') });
  return (
    <form {...formProps} className="flex flex-col gap-5">
      <input type="hidden" name="token" value={token} />
      {state.message && (
        <Banner
          tone="error"
          action={
            <LinkButton href={paths.forgotPassword} variant="secondary" size="sm">
              {t('reset.askAgain')}
            </LinkButton>
          }
        >
          {state.message}
        </Banner>
      )}
      <PasswordField
        name="password"
        label={t('reset.password')}
        autoComplete="new-password"
        hint={t('hints.password')}
        error={state.fields.password}
      />
      <PasswordField
        name="passwordConfirm"
        label={t('reset.passwordConfirm')}
        autoComplete="new-password"
        error={state.fields.passwordConfirm}
      />
      <SubmitButton size="lg" isBlock isPending={isPending} className="mt-2">
        {t('reset.button')}
      </SubmitButton>
    </form>
  );
}
