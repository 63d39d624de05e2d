import { useTranslations } from 'next-intl';
import { ScoreBadge } from '@/components/members/score-badge';
import { Avatar } from '@/components/ui/avatar';
import { LastPiece } from '@/components/ui/last-piece';
import { LinkButton } from '@/components/ui/link-button';
import type { MemberSummary } from '@/lib/features/users/views';
import { paths } from '@/lib/paths';

/** Who I am to others, above the tabs. */
export function MyCard({ member }: { member: MemberSummary & { nickname: string } }) {
  const t = useTranslations('mypage');
  return (
    <div className="comes-whole mb-6 flex flex-wrap items-center gap-x-4 gap-y-3">
      <Avatar name={member.nickname} src={member.avatarUrl} size="lg" />
      <div className="min-w-0 flex-1">
        <h1 className="text-2xl">
          {member.nickname}
          <span className="sr-only"> · {t('title')}</span>
        </h1>
        <p className="mt-1 flex flex-wrap items-center gap-2 text-sm text-ink-soft">
          <ScoreBadge score={member.score} />
          {t('reviewCount', { count: member.reviewCount })}
        </p>
      </div>
      <LinkButton href={paths.user(member.id)} variant="secondary" size="sm" className="max-sm:w-full">
        {t('toProfile')}
      </LinkButton>
      <LastPiece />
    </div>
  );
}
