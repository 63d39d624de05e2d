import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { signUp } from '@/app/_actions/auth';
import { AuthFrame } from '@/components/auth/auth-frame';
import { KakaoWay } from '@/components/auth/kakao-way';
import { SignUpForm } from '@/components/auth/sign-up-form';
import { ClientMessages } from '@/components/layout/client-messages';
import { listProvinces } from '@/lib/features/regions/server/list-provinces';
import { getContext } from '@/lib/next/context';
import { isKakaoOffered } from '@/lib/next/kakao';
import { getViewer } from '@/lib/next/viewer';
import { paths } from '@/lib/paths';
import { safeReturnPath } from '@/lib/return-path';

type SignUpPageProps = { searchParams: Promise<{ next?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth.signUp');
  return { title: t('button') };
}

export default async function SignUpPage({ searchParams }: SignUpPageProps) {
  const returnTo = safeReturnPath((await searchParams).next);
  if (await getViewer()) redirect(returnTo);
  const [t, provinces] = await Promise.all([
    getTranslations('auth.signUp'),
    getContext().then((ctx) => listProvinces(ctx)),
  ]);
  return (
    <AuthFrame
      title={t('title')}
      text={t('text')}
      other={{ text: t('other'), href: paths.login(returnTo), label: t('otherLink') }}
    >
      <ClientMessages namespaces={['auth']}>
        <SignUpForm action={signUp} provinces={provinces} returnTo={returnTo} />
        {isKakaoOffered() && <KakaoWay returnTo={returnTo} />}
      </ClientMessages>
    </AuthFrame>
  );
}
