import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { verifyEmail } from '@/app/_actions/mail';
import { AuthFrame } from '@/components/auth/auth-frame';
import { VerifyEmailForm } from '@/components/auth/verify-email-form';
import { ClientMessages } from '@/components/layout/client-messages';
import { getViewer } from '@/lib/next/viewer';

type VerifyEmailPageProps = { searchParams: Promise<{ token?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth.verify');
  return { title: t('title'), robots: { index: false }, referrer: 'same-origin' };
}

export default async function VerifyEmailPage({ searchParams }: VerifyEmailPageProps) {
  const [t, viewer, { token }] = await Promise.all([
    getTranslations('auth.verify'),
    getViewer(),
    searchParams,
  ]);
  return (
    <AuthFrame title={t('title')} text={t('text')}>
      <ClientMessages namespaces={['auth']}>
        <VerifyEmailForm
          action={verifyEmail}
          token={typeof token === 'string' ? token : ''}
          isMember={viewer !== null}
        />
      </ClientMessages>
    </AuthFrame>
  );
}
