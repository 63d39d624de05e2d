import { House, SquarePlus, UserRound } from 'lucide';
import { Icon } from '@/components/ui/icon';
import { useWords } from '@/components/ui/use-words';
import { NavLink } from './nav-link';

const TAB_STYLE =
  'flex h-full min-h-11 flex-1 flex-col items-center justify-center gap-0.5 text-2xs font-semibold text-ink-soft transition-colors [&>svg]:size-6 aria-[current]:text-accent-ink';

const WIDE_POST_STYLE =
  'md:h-11 md:flex-none md:flex-row md:gap-2 md:rounded-md md:bg-accent md:px-4 md:text-sm md:text-on-accent md:shadow-edge md:hover:bg-accent-hover md:aria-[current]:text-on-accent md:[&>svg]:size-5';

/**
 * One menu in two shapes: the tab bar at the bottom of a phone, a button of the header on a wide screen. It is the same
 * link in both, so that no name is there twice. The chat button of `ChatLauncher` takes the third place of the bar.
 */
export function MainNav({ isMember }: { isMember: boolean }) {
  const t = useWords('layout');
  return (
    <nav
      aria-label={t('mainNav')}
      className="tab-bar fixed inset-x-0 bottom-0 z-30 grid h-(--tab-bar) grid-cols-4 items-stretch border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:static md:flex md:h-auto md:border-0 md:bg-transparent md:p-0"
    >
      <NavLink href="/" className={`${TAB_STYLE} md:hidden`}>
        <Icon of={House} aria-hidden="true" />
        {t('home')}
      </NavLink>
      <NavLink href="/items/new" className={`${TAB_STYLE} ${WIDE_POST_STYLE}`}>
        <Icon of={SquarePlus} aria-hidden="true" />
        {t('newItem')}
      </NavLink>
      <NavLink href={isMember ? '/mypage' : '/login'} className={`${TAB_STYLE} col-start-4 md:hidden`}>
        <Icon of={UserRound} aria-hidden="true" />
        {t('my')}
      </NavLink>
    </nav>
  );
}
