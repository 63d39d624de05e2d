import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { type RawParams, readCursor } from '@/components/items/item-filters';
import { PageShell } from '@/components/layout/page-shell';
import { MyCard } from '@/components/mypage/my-card';
import { MyPageTabs, readMyPageTab } from '@/components/mypage/my-page-tabs';
import { getProfile } from '@/lib/features/users/server/get-profile';
import { getContext } from '@/lib/next/context';
import { requireViewer } from '@/lib/next/viewer';
import { paths } from '@/lib/paths';
import { BookmarksTab } from './_parts/bookmarks-tab';
import { FeedbackTab } from './_parts/feedback-tab';
import { ItemsTab } from './_parts/items-tab';
import { ProfileTab } from './_parts/profile-tab';
import { RentalsTab } from './_parts/rentals-tab';

type MyPageProps = { searchParams: Promise<RawParams> };

export async function generateMetadata({ searchParams }: MyPageProps): Promise<Metadata> {
  const t = await getTranslations('mypage');
  return { title: t(`tabs.${readMyPageTab((await searchParams).tab)}`), robots: { index: false } };
}

export default async function MyPage({ searchParams }: MyPageProps) {
  const query = await searchParams;
  const tab = readMyPageTab(query.tab);
  const cursor = readCursor(query.cursor);
  const viewer = await requireViewer(paths.myPage(tab));
  const member = await getProfile(await getContext(), { userId: viewer.id });
  return (
    <PageShell>
      <MyCard member={member} />
      <MyPageTabs current={tab} />
      <div className="mt-6 md:mt-8">
        {(tab === 'ongoing' || tab === 'closed') && <RentalsTab key={tab} tab={tab} cursor={cursor} />}
        {tab === 'bookmarks' && <BookmarksTab cursor={cursor} />}
        {tab === 'items' && <ItemsTab cursor={cursor} viewerId={viewer.id} />}
        {tab === 'profile' && <ProfileTab kakao={query.kakao} />}
        {tab === 'feedback' && <FeedbackTab />}
      </div>
    </PageShell>
  );
}
