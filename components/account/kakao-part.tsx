'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { KakaoButton } from '@/components/auth/kakao-button';
import { useAction } from '@/components/member/use-action';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import type { ActionResult } from '@/lib/next/action-result';
import { type KakaoOutcome, paths } from '@/lib/paths';

type KakaoPartProps = {
  hasKakao: boolean;
  /** false: Kakao is the only way in, and stays */
  hasPassword: boolean;
  /** what Kakao's answer was, for somebody who just came back */
  outcome?: KakaoOutcome;
  beginLink: () => Promise<ActionResult<unknown>>;
  unlink: () => Promise<ActionResult<unknown>>;
};

/** Whether Kakao is a way to sign in, and the way to make it one or not. */
export function KakaoPart({ hasKakao, hasPassword, outcome, beginLink, unlink }: KakaoPartProps) {
  const t = useTranslations('account.kakao');
  const [isAsking, setAsking] = useState(false);
  const close = () => setAsking(false);
  const { run, isPending, refusal } = useAction(close, close);
  return (
    <div className="flex flex-col items-start gap-4">
      {outcome && (
        <Banner tone={outcome === 'linked' ? 'success' : 'error'} className="w-full">
          {t(`outcomes.${outcome}`)}
        </Banner>
      )}
      {refusal && (
        <Banner tone="error" className="w-full">
          {refusal.message}
        </Banner>
      )}
      <p>{t(hasKakao ? 'linked' : 'notLinked')}</p>
      {!hasKakao && (
        <div className="w-full max-w-sm">
          <KakaoButton returnTo={paths.profileAfterKakao('linked')} prepare={beginLink}>
            {t('link')}
          </KakaoButton>
        </div>
      )}
      {hasKakao && hasPassword && (
        <Button variant="secondary" onClick={() => setAsking(true)}>
          {t('unlink')}
        </Button>
      )}
      <ConfirmDialog
        isOpen={isAsking}
        onClose={close}
        onConfirm={() => run(unlink)}
        title={t('unlinkTitle')}
        text={t('unlinkText')}
        confirmLabel={t('unlink')}
        isPending={isPending}
      />
    </div>
  );
}
