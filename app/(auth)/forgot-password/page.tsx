import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requestPasswordReset } from '@/app/_actions/mail';
import { AuthFrame } from '@/components/auth/auth-frame';
import { ForgotPasswordForm } from '@/components/auth/forgot-password-form';
import { ClientMessages } from '@/components/layout/client-messages';
import { paths } from '@/lib/paths';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth.forgot');
  return { title: t('title'), robots: { index: false } };
}

export default async function ForgotPasswordPage() {
  const t = await getTranslations('auth.forgot');
  return (
    <AuthFrame
      title={t('title')}
      text={t('text')}
      other={{ text: '', href: paths.login(), label: t('toSignIn') }}
    >
      <ClientMessages namespaces={['auth']}>
        <ForgotPasswordForm action={requestPasswordReset} />
      </ClientMessages>
    </AuthFrame>
  );
}
