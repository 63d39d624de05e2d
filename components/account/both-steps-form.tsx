import { useTranslations } from 'next-intl';
import { CodeField } from '@/components/auth/code-field';
import type { FormAction } from '@/lib/next/form-state';
import { StepForm, useStepForm } from './step-form';

type BothStepsFormProps = { action: FormAction; text: string; button: string; hasTwoStep: boolean };

/** Asks for the password once more, and for a code where there is 「2단계 인증」. */
export function BothStepsForm({ action, text, button, hasTwoStep }: BothStepsFormProps) {
  const t = useTranslations('account.twoStep');
  const form = useStepForm(action);
  return (
    <StepForm form={form} text={text} button={button} withPassword>
      {hasTwoStep && <CodeField error={form.state.fields.otp} hint={t('codeOrRecovery')} />}
    </StepForm>
  );
}
