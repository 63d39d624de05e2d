import { LinkButton } from '@/components/ui/link-button';
import { SoftLink } from '@/components/ui/soft-link';
import { useWords } from '@/components/ui/use-words';

export function VisitorLinks() {
  const t = useWords('layout');
  return (
    <>
      <SoftLink
        href="/login"
        className="inline-flex min-h-11 items-center px-1.5 text-sm font-semibold whitespace-nowrap text-ink hover:text-accent-ink md:px-3"
      >
        {t('login')}
      </SoftLink>
      <LinkButton href="/signup" variant="soft" size="sm" className="!px-2.5 md:!px-3.5">
        {t('signup')}
      </LinkButton>
    </>
  );
}
