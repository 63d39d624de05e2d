import { useTranslations } from 'next-intl';
import { paths } from '@/lib/paths';
import { KakaoButton } from './kakao-button';

/** 「카카오로 계속하기」 under a form; new members tell their district on the way back. */
export function KakaoWay({ returnTo }: { returnTo: string }) {
  const t = useTranslations('auth.kakao');
  return (
    <div className="mt-6 flex flex-col gap-5">
      <p className="flex items-center gap-3 text-sm text-ink-faint before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        {t('or')}
      </p>
      <KakaoButton returnTo={paths.regionIfMissing(returnTo)}>{t('button')}</KakaoButton>
    </div>
  );
}
