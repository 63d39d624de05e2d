import { useTranslations } from 'next-intl';
import { CurrentInView } from '@/components/items/current-in-view';
import { Tabs } from '@/components/ui/tabs';
import { type MyPageTab, paths } from '@/lib/paths';

export const MY_PAGE_TABS: readonly MyPageTab[] = [
  'ongoing',
  'closed',
  'bookmarks',
  'items',
  'profile',
  'feedback',
];

export function readMyPageTab(value: string | string[] | undefined): MyPageTab {
  return MY_PAGE_TABS.find((tab) => tab === value) ?? 'ongoing';
}

export function MyPageTabs({ current }: { current: MyPageTab }) {
  const t = useTranslations('mypage');
  return (
    <CurrentInView current={current}>
      <Tabs
        label={t('title')}
        currentHref={paths.myPage(current)}
        tabs={MY_PAGE_TABS.map((tab) => ({ href: paths.myPage(tab), label: t(`tabs.${tab}`) }))}
      />
    </CurrentInView>
  );
}
