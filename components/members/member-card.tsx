import { MapPin } from 'lucide';
import { useLocale, useTranslations } from 'next-intl';
import { ScoreBadge } from '@/components/members/score-badge';
import { Avatar } from '@/components/ui/avatar';
import { Icon } from '@/components/ui/icon';
import { LastPiece } from '@/components/ui/last-piece';
import { SoftLink } from '@/components/ui/soft-link';
import type { MemberSummary } from '@/lib/features/users/views';
import { localName } from '@/lib/format/local-name';
import { paths } from '@/lib/paths';

/** Who posted it: picture, nickname, district, score. A link to the profile, unless they have left. */
export function MemberCard({ member }: { member: MemberSummary }) {
  const t = useTranslations('items.member');
  const locale = useLocale();
  const nickname = member.nickname ?? t('withdrawn');
  return (
    <div className="comes-whole relative flex items-center gap-3 rounded-lg border border-line bg-surface p-3.5 transition-colors has-[a:hover]:border-line-strong">
      <Avatar name={nickname} src={member.avatarUrl} />
      <div className="min-w-0 flex-1">
        <p className="truncate font-bold">
          {member.nickname === null ? (
            nickname
          ) : (
            <SoftLink href={paths.user(member.id)} className="after:absolute after:inset-0">
              {nickname}
            </SoftLink>
          )}
        </p>
        {member.region && (
          <p className="flex items-center gap-1 text-sm text-ink-soft">
            <Icon of={MapPin} aria-hidden="true" className="size-4 shrink-0" />
            <span className="truncate">{localName(member.region, locale)}</span>
          </p>
        )}
      </div>
      <div className="flex shrink-0 flex-col items-end gap-0.5">
        <ScoreBadge score={member.score} />
        <span className="figures text-xs text-ink-soft">
          {t('reviewCount', { count: member.reviewCount })}
        </span>
      </div>
      <LastPiece />
    </div>
  );
}
