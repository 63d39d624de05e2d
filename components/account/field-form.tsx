'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useServerForm } from '@/components/forms/use-server-form';
import { Banner } from '@/components/ui/banner';
import { SubmitButton } from '@/components/ui/submit-button';
import type { FormAction, FormState } from '@/lib/next/form-state';

type FieldFormProps = {
  action: FormAction;
  button: string;
  done: string;
  children: (state: FormState) => ReactNode;
};

/** A form of one part of the account: saved by itself, and says so. */
export function FieldForm({ action, button, done, children }: FieldFormProps) {
  const t = useTranslations('auth');
  const { state, isPending, formProps } = useServerForm(action, { offlineMessage: t('offline') });
  return (
    <form {...formProps} className="flex flex-col gap-4">
      {state.message && <Banner tone="error">{state.message}</Banner>}
      {state.done && <Banner tone="success">{done}</Banner>}
      {children(state)}
      <SubmitButton variant="secondary" isPending={isPending} className="self-start max-sm:w-full">
        {button}
      </SubmitButton>
    </form>
  );
}
