'use client';

import { MailCheck } from 'lucide';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useServerForm } from '@/components/forms/use-server-form';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import type { FormAction } from '@/lib/next/form-state';

/** Asks for the letter. What it says afterwards is the same for every address. */
export function ForgotPasswordForm({ action }: { action: FormAction }) {
  const [round, setRound] = useState(0);
  return <Ask key={round} action={action} onAgain={() => setRound(round + 1)} />;
}

function Ask({ action, onAgain }: { action: FormAction; onAgain: () => void }) {
  const t = useTranslations('auth');
  const { state, isPending, formProps } = useServerForm(action, { offlineMessage: t('offline') });
  if (state.done) {
    return (
      <div role="status" className="flex flex-col gap-4">
        <Icon of={MailCheck} aria-hidden="true" className="size-10 text-accent-ink" />
        <h2 className="text-xl">{t('forgot.sentTitle')}</h2>
        <p className="[overflow-wrap:anywhere] text-ink-soft">
          {state.values.email && <b className="block text-ink">{state.values.email}</b>}
          {t('forgot.sent')}
        </p>
        <Button variant="secondary" onClick={onAgain} className="self-start max-sm:w-full">
          {t('forgot.again')}
        </Button>
      </div>
    );
  }
  return (
    <form {...formProps} className="flex flex-col gap-5">
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
      <SubmitButton size="lg" isBlock isPending={isPending} className="mt-2">
        {t('forgot.button')}
      </SubmitButton>
    </form>
  );
}
