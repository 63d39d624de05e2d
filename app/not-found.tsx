'use client';

import { useTranslations } from 'next-intl';
import { FailureScreen } from '@/components/layout/failure-screen';
import { LinkButton } from '@/components/ui/link-button';

/** Drawn by the browser: each page carries it for the case that what it shows is gone, and as markup it was a tenth of it. */
export default function NotFound() {
  const t = useTranslations('failure');
  return (
    <FailureScreen
      title={t('notFoundTitle')}
      text={t('notFoundText')}
      action={
        <>
          <LinkButton href="/">{t('toHome')}</LinkButton>
          <LinkButton href="/search" variant="secondary">
            {t('toSearch')}
          </LinkButton>
        </>
      }
    />
  );
}
