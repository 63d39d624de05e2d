'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { KakaoLook } from './kakao-look';
import { startKakao } from './start-kakao';

type KakaoButtonProps = {
  /** path to come back to */
  returnTo: string;
  children: ReactNode;
};

/** Leaves for Kakao. */
export function KakaoButton({ returnTo, children }: KakaoButtonProps) {
  const t = useTranslations('auth');
  const [isLeaving, setLeaving] = useState(false);
  const [hasFailed, setFailed] = useState(false);

  // Back from Kakao by the back button, the page is as it was left.
  useEffect(() => {
    const arrive = () => setLeaving(false);
    window.addEventListener('pageshow', arrive);
    return () => window.removeEventListener('pageshow', arrive);
  }, []);

  async function leave() {
    setLeaving(true);
    setFailed(false);
    try {
      await startKakao(returnTo);
    } catch {
      setFailed(true);
      setLeaving(false);
    }
  }

  return (
    <div className="flex flex-col gap-3">
      {hasFailed && <Banner tone="error">{t('kakao.offline')}</Banner>}
      <KakaoLook onClick={leave} isPending={isLeaving}>
        {children}
      </KakaoLook>
    </div>
  );
}
