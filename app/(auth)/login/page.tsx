import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { signIn } from '@/app/_actions/auth';
import { AuthFrame } from '@/components/auth/auth-frame';
import { KakaoWay } from '@/components/auth/kakao-way';
import { LoginNoticeBanner } from '@/components/auth/login-notice-banner';
import { SignInForm } from '@/components/auth/sign-in-form';
import { ClientMessages } from '@/components/layout/client-messages';
import { isKakaoOffered } from '@/lib/next/kakao';
import { getViewer } from '@/lib/next/viewer';
import { LOGIN_NOTICES, paths } from '@/lib/paths';
import { safeReturnPath } from '@/lib/return-path';

type LoginPageProps = {
  searchParams: Promise<Partial<Record<'next' | 'notice' | 'error', string | string[]>>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth.signIn');
  return { title: t('button') };
}

export default async function LoginPage({ searchParams }: LoginPageProps) {
  const { next, notice, error } = await searchParams;
  const returnTo = safeReturnPath(next);
  // next-auth sends here whoever did not come through; a member had wanted to link.
  if (await getViewer()) redirect(error ? paths.profileAfterKakao('failed') : returnTo);
  const t = await getTranslations('auth.signIn');
  return (
    <AuthFrame
      title={t('title')}
      text={t('text')}
      other={{ text: t('other'), href: paths.signUp(returnTo), label: t('otherLink') }}
    >
      <ClientMessages namespaces={['auth']}>
        <LoginNoticeBanner
          notice={LOGIN_NOTICES.find((known) => known === (error ? 'kakao-failed' : notice))}
        />
        <SignInForm action={signIn} returnTo={returnTo} />
        {isKakaoOffered() && <KakaoWay returnTo={returnTo} />}
      </ClientMessages>
    </AuthFrame>
  );
}
