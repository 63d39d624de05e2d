'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { KakaoLook } from '@/components/auth/kakao-look';
import { startKakao } from '@/components/auth/start-kakao';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { showToast } from '@/components/ui/toast';
import type { FormAction } from '@/lib/next/form-state';
import { type KakaoOutcome, paths } from '@/lib/paths';
import { BothStepsForm } from './both-steps-form';

type KakaoPartProps = {
  hasKakao: boolean;
  /** false: Kakao is the only way in, and stays */
  hasPassword: boolean;
  hasTwoStep: boolean;
  /** what Kakao's answer was, for somebody who just came back */
  outcome?: KakaoOutcome;
  beginLink: FormAction;
  unlink: FormAction;
};

/** Whether Kakao is a way to sign in, and the way to make it one or not: both ask who is there first. */
export function KakaoPart({ hasKakao, hasPassword, hasTwoStep, outcome, beginLink, unlink }: KakaoPartProps) {
  const t = useTranslations('account.kakao');
  const [isAsking, setAsking] = useState(false);
  const close = () => setAsking(false);

  const leave: FormAction = async (state, form) => {
    const answer = await beginLink(state, form);
    if (answer.done) await startKakao(paths.profileAfterKakao('linked'));
    return answer;
  };
  const part: FormAction = async (state, form) => {
    const answer = await unlink(state, form);
    if (!answer.done) return answer;
    showToast({ tone: 'success', text: t('unlinked') });
    close();
    return answer;
  };

  return (
    <div className="flex flex-col items-start gap-4">
      {outcome && (
        <Banner tone={outcome === 'linked' ? 'success' : 'error'} className="w-full">
          {t(`outcomes.${outcome}`)}
        </Banner>
      )}
      <p>{t(hasKakao ? 'linked' : 'notLinked')}</p>
      {!hasKakao && (
        <div className="w-full max-w-sm">
          <KakaoLook onClick={() => setAsking(true)}>{t('link')}</KakaoLook>
        </div>
      )}
      {hasKakao && hasPassword && (
        <Button variant="secondary" onClick={() => setAsking(true)}>
          {t('unlink')}
        </Button>
      )}
      <Dialog isOpen={isAsking} onClose={close} title={t(hasKakao ? 'unlinkTitle' : 'linkTitle')}>
        <BothStepsForm
          action={hasKakao ? part : leave}
          text={t(hasKakao ? 'unlinkText' : 'linkText')}
          button={t(hasKakao ? 'unlink' : 'leave')}
          hasTwoStep={hasTwoStep}
        />
      </Dialog>
    </div>
  );
}
