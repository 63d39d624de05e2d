import { getTranslations } from 'next-intl/server';
import { liftSuspension, removeTwoStep, suspendMember } from '@/app/_actions/admin';
import { AdminForm } from '@/components/admin/admin-form';
import { AdminList, AdminRow } from '@/components/admin/admin-list';
import { Disclosure } from '@/components/admin/disclosure';
import type { RawParams } from '@/components/items/item-filters';
import { Badge } from '@/components/ui/badge';
import { SoftLink } from '@/components/ui/soft-link';
import { listMembers } from '@/lib/features/admin/server/members';
import { getContext } from '@/lib/next/context';
import { orNotFound } from '@/lib/next/or-not-found';
import { paths } from '@/lib/paths';
import { AdminFrame } from '../_parts/admin-frame';
import { readListParams } from '../_parts/list-params';

export default async function MembersPage({ searchParams }: { searchParams: Promise<RawParams> }) {
  const params = await readListParams(searchParams);
  const page = await orNotFound(listMembers(await getContext(), params));
  const t = await getTranslations('admin');
  return (
    <AdminFrame current="members">
      <AdminList
        href={paths.admin('members')}
        q={params.q}
        nextCursor={page.nextCursor}
        isEmpty={page.data.length === 0}
      >
        {page.data.map((member) => (
          <AdminRow key={member.id} label={member.nickname ?? t('withdrawn')}>
            <p className="flex flex-wrap items-center gap-2">
              {member.nickname ? (
                <SoftLink href={paths.user(member.id)} className="font-bold hover:underline">
                  {member.nickname}
                </SoftLink>
              ) : (
                <span className="font-bold">{t('withdrawn')}</span>
              )}
              {member.role === 'ADMIN' && <Badge tone="info">{t('admin')}</Badge>}
              {member.status !== 'ACTIVE' && <Badge tone="danger">{t(`status.${member.status}`)}</Badge>}
            </p>
            <p className="mt-1 text-sm text-ink-soft">
              {[member.email, member.regionName].filter(Boolean).join(' · ')}
            </p>
            <p className="text-sm text-ink-soft">
              {t('memberFacts', {
                items: member.items,
                rentals: member.openRentals,
                reports: member.reportsAgainst,
              })}
            </p>
            {member.suspendedReason && (
              <p className="mt-1 text-sm">{t('suspendedBecause', { reason: member.suspendedReason })}</p>
            )}
            {member.status === 'SUSPENDED' && (
              <div className="mt-2">
                <AdminForm action={liftSuspension} hidden={{ id: member.id }} button={t('lift')} />
              </div>
            )}
            {member.status === 'ACTIVE' && member.role === 'MEMBER' && (
              <Disclosure label={t('suspend')}>
                <AdminForm
                  action={suspendMember}
                  hidden={{ id: member.id }}
                  reason={t('reason')}
                  reasonHint={t('reasonHint')}
                  withPassword
                  tone="danger"
                  button={t('suspendNow')}
                />
              </Disclosure>
            )}
            {member.status === 'ACTIVE' && member.hasTwoStep && (
              <Disclosure label={t('twoStep')}>
                <p className="mb-3 max-w-md text-sm text-ink-soft">{t('twoStepText')}</p>
                <AdminForm
                  action={removeTwoStep}
                  hidden={{ id: member.id }}
                  withPassword
                  tone="danger"
                  button={t('twoStepRemove')}
                />
              </Disclosure>
            )}
          </AdminRow>
        ))}
      </AdminList>
    </AdminFrame>
  );
}
