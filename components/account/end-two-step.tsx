'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { CodeField } from '@/components/auth/code-field';
import { showToast } from '@/components/ui/toast';
import type { FormAction } from '@/lib/next/form-state';
import { StepForm, useStepForm } from './step-form';

type EndTwoStepProps = { action: FormAction; onClose: () => void };

/** Asks for both steps once more. */
export function EndTwoStep({ action, onClose }: EndTwoStepProps) {
  const t = useTranslations('account.twoStep');
  const form = useStepForm(action);
  const { done, fields } = form.state;
  const close = useRef(onClose);
  close.current = onClose;

  useEffect(() => {
    if (!done) return;
    showToast({ tone: 'success', text: t('offDone') });
    close.current();
  }, [done, t]);

  return (
    <StepForm form={form} text={t('offText')} button={t('off')} withPassword>
      <CodeField error={fields.otp} hint={t('codeOrRecovery')} />
    </StepForm>
  );
}
