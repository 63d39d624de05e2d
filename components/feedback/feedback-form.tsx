'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useServerForm } from '@/components/forms/use-server-form';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import { TextareaField } from '@/components/ui/textarea-field';
import { MAX_FEEDBACK, MAX_FEEDBACK_TITLE } from '@/lib/features/feedback/limits';
import type { FormAction } from '@/lib/next/form-state';

type FeedbackFormProps = { action: FormAction; submissionId: string; onAgain: () => void };

/** Two lines to those who run the service. */
export function FeedbackForm({ action, ...start }: { action: FormAction; submissionId: string }) {
  const [submissionId, setSubmissionId] = useState(start.submissionId);
  return (
    <OneFeedback
      key={submissionId}
      {...{ action, submissionId }}
      onAgain={() => setSubmissionId(crypto.randomUUID())}
    />
  );
}

function OneFeedback({ action, submissionId, onAgain }: FeedbackFormProps) {
  const t = useTranslations('account.feedback');
  const tAuth = useTranslations('auth');
  const { state, isPending, formProps } = useServerForm(action, { offlineMessage: tAuth('offline') });
  const { fields, values } = state;
  if (state.done) {
    return (
      <div role="status">
        <EmptyState
          title={t('doneTitle')}
          text={t('done')}
          action={
            <Button variant="secondary" onClick={onAgain}>
              {t('again')}
            </Button>
          }
        />
      </div>
    );
  }
  return (
    <form {...formProps} className="flex flex-col gap-5">
      <input type="hidden" name="submissionId" value={values.submissionId ?? submissionId} />
      {state.message && <Banner tone="error">{state.message}</Banner>}
      <TextField
        name="title"
        label={t('subject')}
        hint={`1 – ${MAX_FEEDBACK_TITLE}`}
        defaultValue={values.title}
        error={fields.title}
      />
      <TextareaField
        name="body"
        label={t('body')}
        hint={`1 – ${MAX_FEEDBACK}`}
        placeholder={t('placeholder')}
        rows={6}
        defaultValue={values.body}
        error={fields.body}
      />
      <SubmitButton isPending={isPending} className="self-start max-sm:w-full">
        {t('button')}
      </SubmitButton>
    </form>
  );
}
