import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { resetPassword } from '@/app/_actions/mail';
import { AuthFrame } from '@/components/auth/auth-frame';
import { ResetPasswordForm } from '@/components/auth/reset-password-form';
import { ClientMessages } from '@/components/layout/client-messages';
import { paths } from '@/lib/paths';

type ResetPasswordPageProps = { searchParams: Promise<{ token?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth.reset');
  return { title: t('title'), robots: { index: false }, referrer: 'same-origin' };
}

export default async function ResetPasswordPage({ searchParams }: ResetPasswordPageProps) {
  const [t, tForgot, { token }] = await Promise.all([
    getTranslations('auth.reset'),
    getTranslations('auth.forgot'),
    searchParams,
  ]);
  return (
    <AuthFrame
      title={t('title')}
      text={t('text')}
      other={{ text: '', href: paths.login(), label: tForgot('toSignIn') }}
    >
      <ClientMessages namespaces={['auth']}>
        <ResetPasswordForm action={resetPassword} token={typeof token === 'string' ? token : ''} />
      </ClientMessages>
    </AuthFrame>
  );
}
