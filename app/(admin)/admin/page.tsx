import { getTranslations } from 'next-intl/server';
import { DayChart } from '@/components/admin/day-chart';
import { Banner } from '@/components/ui/banner';
import { LinkButton } from '@/components/ui/link-button';
import { SoftLink } from '@/components/ui/soft-link';
import { getAccount } from '@/lib/features/account/server/get-account';
import { getOverview } from '@/lib/features/admin/server/get-overview';
import { getContext } from '@/lib/next/context';
import { orNotFound } from '@/lib/next/or-not-found';
import { paths } from '@/lib/paths';
import { AdminFrame } from './_parts/admin-frame';

const MEASURES = ['members', 'items', 'messages', 'rentals', 'reports'] as const;

export default async function AdminPage() {
  const ctx = await getContext();
  const overview = await orNotFound(getOverview(ctx));
  const { hasPassword, recoveryCodes } = await getAccount(ctx);
  const t = await getTranslations('admin');
  return (
    <AdminFrame current={undefined}>
      {hasPassword && recoveryCodes === null && (
        <Banner tone="info" className="mb-6">
          {t('twoStepAdvice')}{' '}
          <SoftLink
            href={`${paths.myPage('profile')}#two-step`}
            className="font-semibold underline underline-offset-4"
          >
            {t('twoStepLink')}
          </SoftLink>
        </Banner>
      )}
      <div className="mb-6 flex flex-wrap gap-2">
        <LinkButton href={paths.admin('reports')} variant="soft" size="sm">
          {t('openReports', { count: overview.openReports })}
        </LinkButton>
        <LinkButton href={paths.admin('feedback')} variant="soft" size="sm">
          {t('openFeedback', { count: overview.openFeedback })}
        </LinkButton>
      </div>
      <div className="grid gap-4 md:grid-cols-2 lg:grid-cols-3">
        {MEASURES.map((measure) => (
          <DayChart
            key={measure}
            label={t(`measures.${measure}`)}
            total={overview.totals[measure]}
            days={overview.days.map((day) => ({ day: day.day, count: day[measure] }))}
          />
        ))}
      </div>
    </AdminFrame>
  );
}
