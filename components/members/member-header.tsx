import { MapPin } from 'lucide';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ScoreBadge } from '@/components/members/score-badge';
import { Avatar } from '@/components/ui/avatar';
import { Card } from '@/components/ui/card';
import { Icon } from '@/components/ui/icon';
import type { MemberSummary } from '@/lib/features/users/views';
import { formatDate } from '@/lib/format/dates';
import { localName } from '@/lib/format/local-name';

type MemberHeaderProps = {
  member: MemberSummary & { createdAt: string };
  /** what the viewer may do with them */
  action?: ReactNode;
};

/** The head of a public profile. */
export function MemberHeader({ member, action }: MemberHeaderProps) {
  const t = useTranslations('items.member');
  const locale = useLocale();
  const nickname = member.nickname ?? t('withdrawn');
  return (
    <Card className="flex flex-wrap items-center gap-x-5 gap-y-6">
      <Avatar name={nickname} src={member.avatarUrl} size="xl" className="max-sm:size-18 max-sm:text-2xl" />
      <div className="min-w-0 flex-1">
        <h1 className="text-2xl md:text-3xl">{nickname}</h1>
        {member.region && (
          <p className="mt-1 flex items-center gap-1 text-ink-soft">
            <Icon of={MapPin} aria-hidden="true" className="size-4.5 shrink-0" />
            {localName(member.region, locale)}
          </p>
        )}
        <p className="mt-0.5 text-sm text-ink-soft">
          {t('since', { date: formatDate(member.createdAt, locale) })}
        </p>
      </div>
      <div className="w-full sm:w-64">
        <ScoreBadge score={member.score} look="meter" />
        <p className="figures mt-1.5 text-xs text-ink-soft">
          {t('reviewCount', { count: member.reviewCount })}
        </p>
      </div>
      {action && <div className="w-full border-t border-line pt-4">{action}</div>}
    </Card>
  );
}
