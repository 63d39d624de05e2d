'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { showToast } from '@/components/ui/toast';
import type { FormAction } from '@/lib/next/form-state';
import { StepForm, useStepForm } from './step-form';

type EndDeviceProps = {
  /** of the session */
  id: string;
  name: string;
  hasPassword: boolean;
  action: FormAction;
  onClose: () => void;
};

/** Asks before another device is logged out: for the password, where there is one. */
export function EndDevice({ id, name, hasPassword, action, onClose }: EndDeviceProps) {
  const t = useTranslations('account.devices');
  const form = useStepForm(action);
  const { done } = form.state;
  const close = useRef(onClose);
  close.current = onClose;

  useEffect(() => {
    if (!done) return;
    showToast({ tone: 'success', text: t('ended') });
    close.current();
  }, [done, t]);

  return (
    <Dialog isOpen onClose={onClose} title={t('endTitle', { name })}>
      <StepForm form={form} text={t('endText')} button={t('logOut')} withPassword={hasPassword}>
        <input type="hidden" name="sessionId" value={id} />
      </StepForm>
    </Dialog>
  );
}
