import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { signIn } from '@/app/_actions/auth';
import { AuthFrame } from '@/components/auth/auth-frame';
import { LoginNoticeBanner } from '@/components/auth/login-notice-banner';
import { SignInForm } from '@/components/auth/sign-in-form';
import { ClientMessages } from '@/components/layout/client-messages';
import { getViewer } from '@/lib/next/viewer';
import { LOGIN_NOTICES, paths } from '@/lib/paths';
import { safeReturnPath } from '@/lib/return-path';

type LoginPageProps = { searchParams: Promise<{ next?: string | string[]; notice?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth.signIn');
  return { title: t('button') };
}

export default async function LoginPage({ searchParams }: LoginPageProps) {
  const { next, notice } = await searchParams;
  const returnTo = safeReturnPath(next);
  if (await getViewer()) redirect(returnTo);
  const t = await getTranslations('auth.signIn');
  return (
    <AuthFrame
      title={t('title')}
      text={t('text')}
      other={{ text: t('other'), href: paths.signUp(returnTo), label: t('otherLink') }}
    >
      <ClientMessages namespaces={['auth']}>
        <LoginNoticeBanner notice={LOGIN_NOTICES.find((known) => known === notice)} />
        <SignInForm action={signIn} returnTo={returnTo} />
      </ClientMessages>
    </AuthFrame>
  );
}
