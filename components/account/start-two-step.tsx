'use client';

import { useTranslations } from 'next-intl';
import { CodeField } from '@/components/auth/code-field';
import { RecoveryCodes } from './recovery-codes';
import { StepForm, useStepForm } from './step-form';
import type { TwoStepActions } from './two-step-part';

type StartTwoStepProps = { actions: TwoStepActions; onClose: () => void };

/** Password, then the key for the app and a first code of it, then the recovery codes. */
export function StartTwoStep({ actions, onClose }: StartTwoStepProps) {
  const t = useTranslations('account.twoStep');
  const form = useStepForm(actions.offer);
  const { key, size, path } = form.state.values;
  if (key && size && path) {
    return <ConfirmTwoStep {...{ secret: key, size, path, onClose }} action={actions.switchOn} />;
  }
  return <StepForm form={form} text={t('startText')} button={t('next')} withPassword />;
}

type ConfirmTwoStepProps = {
  action: TwoStepActions['switchOn'];
  /** base32 */
  secret: string;
  /** of the QR code */
  size: string;
  path: string;
  onClose: () => void;
};

function ConfirmTwoStep({ action, secret, size, path, onClose }: ConfirmTwoStepProps) {
  const t = useTranslations('account.twoStep');
  const form = useStepForm(action);
  const { codes } = form.state.values;
  if (codes) return <RecoveryCodes codes={codes.split(' ')} onClose={onClose} />;
  return (
    <StepForm form={form} text={t('scan')} button={t('confirm')}>
      {/* Cameras want dark on light, by night as well. */}
      <svg
        role="img"
        aria-label={t('qr')}
        viewBox={`0 0 ${size} ${size}`}
        shapeRendering="crispEdges"
        className="size-52 self-center rounded-md bg-white"
      >
        <path d={path} fill="#000" />
      </svg>
      <div>
        <p className="text-sm text-ink-soft">{t('key')}</p>
        <p className="font-mono text-sm tracking-wider break-all select-all">{secret}</p>
      </div>
      <CodeField error={form.state.fields.otp} hint={t('codeHint')} />
    </StepForm>
  );
}
