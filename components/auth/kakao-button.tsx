'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Spinner } from '@/components/ui/spinner';
import type { ActionResult } from '@/lib/next/action-result';
import { startKakao } from './start-kakao';

type KakaoButtonProps = {
  /** path to come back to */
  returnTo: string;
  /** what has to be written down before leaving, if anything */
  prepare?: () => Promise<ActionResult<unknown>>;
  children: ReactNode;
};

/** Leaves for Kakao; in Kakao's own colours, so that people know the button. */
export function KakaoButton({ returnTo, prepare, children }: KakaoButtonProps) {
  const t = useTranslations('auth');
  const [isLeaving, setLeaving] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);

  // Back from Kakao by the back button, the page is as it was left.
  useEffect(() => {
    const arrive = () => setLeaving(false);
    window.addEventListener('pageshow', arrive);
    return () => window.removeEventListener('pageshow', arrive);
  }, []);

  async function leave() {
    setLeaving(true);
    setRefusal(null);
    try {
      const prepared = prepare ? await prepare() : null;
      if (prepared === null || prepared.ok) return await startKakao(returnTo);
      setRefusal(prepared.error.message);
    } catch {
      setRefusal(t('kakao.offline'));
    }
    setLeaving(false);
  }

  return (
    <div className="flex flex-col gap-3">
      {refusal && <Banner tone="error">{refusal}</Banner>}
      <button
        type="button"
        onClick={leave}
        disabled={isLeaving}
        aria-busy={isLeaving || undefined}
        className="inline-flex min-h-14 w-full items-center justify-center gap-2.5 rounded-md bg-kakao px-7 text-lg font-semibold text-on-kakao transition-transform duration-150 hover:bg-kakao-hover active:scale-[0.98] disabled:opacity-60"
      >
        {isLeaving ? <Spinner /> : <Bubble />}
        {children}
      </button>
    </div>
  );
}

function Bubble() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className="size-5 shrink-0" fill="currentColor">
      <path d="M12 3.5c-5.2 0-9.5 3.3-9.5 7.4 0 2.6 1.8 4.9 4.4 6.2l-.9 3.4c-.1.4.3.7.6.5l4-2.7c.5.1.9.1 1.4.1 5.2 0 9.5-3.3 9.5-7.5S17.2 3.5 12 3.5Z" />
    </svg>
  );
}
