'use client';

import { ShieldCheck } from 'lucide';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Icon } from '@/components/ui/icon';
import type { FormAction } from '@/lib/next/form-state';
import { EndTwoStep } from './end-two-step';
import { NewRecoveryCodes } from './new-recovery-codes';
import { StartTwoStep } from './start-two-step';

export type TwoStepActions = Record<'offer' | 'switchOn' | 'switchOff' | 'makeCodes', FormAction>;

type TwoStepPartProps = {
  /** recovery codes that are left; null while it is off */
  recoveryCodes: number | null;
  hasKakao: boolean;
  actions: TwoStepActions;
};

type Task = 'switchOn' | 'switchOff' | 'renew';
const FEW = 3;

/** 「2단계 인증」 of the profile: whether it is on, and the dialogs that change it. */
export function TwoStepPart({ recoveryCodes, hasKakao, actions }: TwoStepPartProps) {
  const t = useTranslations('account.twoStep');
  const [task, setTask] = useState<Task | null>(null);
  const close = () => setTask(null);

  return (
    <div className="flex flex-col items-start gap-4">
      {recoveryCodes !== null && (
        <p className="flex items-start gap-2">
          <Icon of={ShieldCheck} aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-accent-ink" />
          <span>
            {t('on')} {t(recoveryCodes < FEW ? 'fewLeft' : 'left', { count: recoveryCodes })}
          </span>
        </p>
      )}
      {hasKakao && <p className="text-sm text-ink-soft">{t('kakao')}</p>}
      <div className="flex flex-wrap gap-3">
        {recoveryCodes === null ? (
          <Button variant="secondary" onClick={() => setTask('switchOn')}>
            {t('switchOn')}
          </Button>
        ) : (
          <>
            <Button variant="secondary" onClick={() => setTask('renew')}>
              {t('renew')}
            </Button>
            <Button variant="danger-ghost" onClick={() => setTask('switchOff')}>
              {t('switchOff')}
            </Button>
          </>
        )}
      </div>
      {task && (
        <Dialog isOpen onClose={close} title={t(task)}>
          {task === 'switchOn' && <StartTwoStep actions={actions} onClose={close} />}
          {task === 'switchOff' && <EndTwoStep action={actions.switchOff} onClose={close} />}
          {task === 'renew' && <NewRecoveryCodes action={actions.makeCodes} onClose={close} />}
        </Dialog>
      )}
    </div>
  );
}
