import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useServerForm } from '@/components/forms/use-server-form';
import { Banner } from '@/components/ui/banner';
import { PasswordField } from '@/components/ui/password-field';
import { SubmitButton } from '@/components/ui/submit-button';
import type { FormAction } from '@/lib/next/form-state';

/** A form of the dialogs of 「2단계 인증」. */
export function useStepForm(action: FormAction) {
  const tAuth = useTranslations('auth');
  return useServerForm(action, { offlineMessage: tAuth('offline') });
}

type StepFormProps = {
  form: ReturnType<typeof useStepForm>;
  text: string;
  button: string;
  /** asks for the password first */
  withPassword?: boolean;
  children?: ReactNode;
};

/** What the step is about, what it asks for, its button, and why it was refused. */
export function StepForm({ form, text, button, withPassword, children }: StepFormProps) {
  const t = useTranslations('account.twoStep');
  const { state, isPending, formProps } = form;
  return (
    <form {...formProps} className="flex flex-col gap-4">
      <p>{text}</p>
      {state.message && <Banner tone="error">{state.message}</Banner>}
      {withPassword && (
        <PasswordField
          name="currentPassword"
          label={t('password')}
          autoComplete="current-password"
          error={state.fields.currentPassword}
        />
      )}
      {children}
      <SubmitButton isBlock isPending={isPending}>
        {button}
      </SubmitButton>
    </form>
  );
}
