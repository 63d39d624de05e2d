import { LogoMark } from '@/components/ui/logo';
import { SoftLink } from '@/components/ui/soft-link';
import { useWords } from '@/components/ui/use-words';

const LINKS = [
  { key: 'offers', href: '/?section=OFFER' },
  { key: 'wanted', href: '/?section=WANTED' },
  { key: 'feedback', href: '/mypage?tab=feedback' },
  { key: 'api', href: '/api/docs' },
] as const;

/** By which the root layout knows that a page is whole. */
export const FOOTER_ID = 'site-footer';

export function SiteFooter() {
  const t = useWords('layout.footer');
  return (
    <footer id={FOOTER_ID} className="site-footer mt-20 border-t border-line pb-(--tab-bar)">
      <div className="shell flex flex-col gap-6 py-10 md:flex-row md:items-start md:justify-between md:pb-24">
        <div className="max-w-lg">
          <p className="flex items-center gap-2.5 font-bold">
            <LogoMark className="!size-7" />
            {t('tagline')}
          </p>
          <p className="mt-3 text-xs text-ink-soft">{t('note')}</p>
        </div>
        <nav aria-label={t('nav')}>
          <ul className="flex flex-wrap gap-x-6 text-sm md:flex-col">
            {LINKS.map(({ key, href }) => (
              <li key={key}>
                <SoftLink
                  href={href}
                  className="inline-flex min-h-11 items-center text-ink-soft hover:text-ink hover:underline"
                >
                  {t(key)}
                </SoftLink>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  );
}
