import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { LinkButton } from '@/components/ui/link-button';

export function VisitorLinks() {
  const t = useTranslations('layout');
  return (
    <>
      <Link
        href="/login"
        prefetch={false}
        className="inline-flex min-h-11 items-center px-1.5 text-sm font-semibold whitespace-nowrap text-ink hover:text-accent-ink md:px-3"
      >
        {t('login')}
      </Link>
      <LinkButton href="/signup" prefetch={false} variant="soft" size="sm" className="!px-2.5 md:!px-3.5">
        {t('signup')}
      </LinkButton>
    </>
  );
}
