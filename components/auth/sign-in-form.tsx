'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { useServerForm } from '@/components/forms/use-server-form';
import { Banner } from '@/components/ui/banner';
import { PasswordField } from '@/components/ui/password-field';
import { SoftLink } from '@/components/ui/soft-link';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import type { FormAction } from '@/lib/next/form-state';
import { paths } from '@/lib/paths';
import { CodeField } from './code-field';

type SignInFormProps = {
  action: FormAction;
  /** path to go on to, already judged */
  returnTo: string;
};

export function SignInForm({ action, returnTo }: SignInFormProps) {
  const t = useTranslations('auth');
  const { state, isPending, formProps } = useServerForm(action, {
    offlineMessage: t('offline'),
    fallbackField: 'password',
  });
  return (
    <form {...formProps} className="flex flex-col gap-5">
      <input type="hidden" name="next" value={returnTo} />
      {state.message && <Banner tone="error">{state.message}</Banner>}
      <TextField
        name="email"
        type="email"
        inputMode="email"
        label={t('email')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={state.values.email}
        error={state.fields.email}
      />
      <PasswordField
        name="password"
        label={t('password')}
        autoComplete="current-password"
        error={state.fields.password}
      />
      {state.values.step === 'code' && <SecondStep error={state.fields.otp} />}
      <SoftLink
        href={paths.forgotPassword}
        className="-my-2 inline-flex min-h-11 items-center self-end text-sm text-ink-soft underline decoration-line-strong underline-offset-4 hover:text-ink"
      >
        {t('signIn.forgot')}
      </SoftLink>
      <SubmitButton size="lg" isBlock isPending={isPending} className="mt-2">
        {t('signIn.button')}
      </SubmitButton>
    </form>
  );
}

/** For members with 2단계 인증, once the password was right. */
function SecondStep({ error }: { error: string | undefined }) {
  const t = useTranslations('auth.signIn');
  const ref = useRef<HTMLDivElement>(null);

  useEffect(() => {
    ref.current?.querySelector<HTMLInputElement>('[name=otp]')?.focus();
  }, []);

  return (
    <div ref={ref} className="rounded-md bg-accent-soft p-4">
      <input type="hidden" name="step" value="code" />
      <p role="status" className="mb-3 text-sm">
        {t('codeText')}
      </p>
      <CodeField hint={t('codeHint')} error={error} />
    </div>
  );
}
