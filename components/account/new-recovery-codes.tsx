'use client';

import { useTranslations } from 'next-intl';
import { CodeField } from '@/components/auth/code-field';
import type { FormAction } from '@/lib/next/form-state';
import { RecoveryCodes } from './recovery-codes';
import { StepForm, useStepForm } from './step-form';

type NewRecoveryCodesProps = { action: FormAction; onClose: () => void };

export function NewRecoveryCodes({ action, onClose }: NewRecoveryCodesProps) {
  const t = useTranslations('account.twoStep');
  const form = useStepForm(action);
  const { fields, values } = form.state;
  if (values.codes) return <RecoveryCodes codes={values.codes.split(' ')} onClose={onClose} />;
  return (
    <StepForm form={form} text={t('renewText')} button={t('renewNow')}>
      <CodeField error={fields.otp} hint={t('codeOrRecovery')} />
    </StepForm>
  );
}
