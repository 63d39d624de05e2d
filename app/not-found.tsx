import { useTranslations } from 'next-intl';
import { FailureScreen } from '@/components/layout/failure-screen';
import { LinkButton } from '@/components/ui/link-button';

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
