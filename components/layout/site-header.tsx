import type { ReactNode } from 'react';
import { LastPiece } from '@/components/ui/last-piece';
import { Logo } from '@/components/ui/logo';
import { SoftLink } from '@/components/ui/soft-link';
import { useWords } from '@/components/ui/use-words';
import type { HeaderViewer } from './header-viewer';
import { LanguageSwitch } from './language-switch';
import { MainNav } from './main-nav';
import { ProfileMenu } from './profile-menu';
import { SearchForm } from './search-form';
import { ThemeSwitch } from './theme-switch';
import { VisitorLinks } from './visitor-links';

type SiteHeaderProps = {
  viewer: HeaderViewer | null;
  /** The button 「알림」 with its list. */
  bell?: ReactNode;
  logoutAction: () => Promise<void>;
  localeAction: (form: FormData) => Promise<void>;
};

/** Two rows on phones (the upper one scrolls away, the search stays), one row on wide screens. */
export function SiteHeader({ viewer, bell, logoutAction, localeAction }: SiteHeaderProps) {
  const t = useWords('layout');
  return (
    <header className="site-header sticky -top-14 z-30 border-b border-line bg-paper md:top-0">
      <div className="shell flex flex-wrap items-center pr-2 pb-2.5 md:flex-nowrap md:gap-x-2 md:py-2.5">
        <SoftLink href="/" className="flex h-14 items-center rounded-sm md:h-12">
          <Logo name={t('brand')} />
        </SoftLink>
        <SearchForm className="order-last w-full pr-2 md:order-none md:mx-4 md:w-auto md:max-w-md md:flex-1 md:pr-0" />
        <div className="comes-whole ml-auto flex items-center md:gap-1">
          <LanguageSwitch action={localeAction} />
          <ThemeSwitch label={t('darkMode')} />
          {viewer && bell}
          <MainNav isMember={viewer !== null} />
          {viewer ? <ProfileMenu viewer={viewer} logoutAction={logoutAction} /> : <VisitorLinks />}
          <LastPiece />
        </div>
      </div>
    </header>
  );
}
