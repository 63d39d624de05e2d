'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { startTransition } from 'react';
import { FailureScreen } from '@/components/layout/failure-screen';
import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';

type ErrorScreenProps = { error: Error & { digest?: string }; reset: () => void };

export default function ErrorScreen({ error, reset }: ErrorScreenProps) {
  const t = useTranslations('failure');
  const router = useRouter();

  function retry() {
    startTransition(() => {
      router.refresh();
      reset();
    });
  }

  return (
    <FailureScreen
      title={t('failedTitle')}
      text={t('failedText')}
      reference={error.digest && t('reference', { digest: error.digest })}
      action={
        <>
          <Button onClick={retry}>{t('retry')}</Button>
          <LinkButton href="/" variant="secondary">
            {t('toHome')}
          </LinkButton>
        </>
      }
    />
  );
}
