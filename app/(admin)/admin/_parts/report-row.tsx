import { useTranslations } from 'next-intl';
import { claimReport, dismissReport, upholdReport } from '@/app/_actions/admin';
import { AdminForm } from '@/components/admin/admin-form';
import { AdminRow } from '@/components/admin/admin-list';
import { Disclosure } from '@/components/admin/disclosure';
import { Badge } from '@/components/ui/badge';
import { SoftLink } from '@/components/ui/soft-link';
import type { AdminReportView } from '@/lib/features/admin/views';
import { paths } from '@/lib/paths';

type ReportRowProps = { report: AdminReportView; adminId: string };

/** A report with what is needed to decide it. */
export function ReportRow({ report, adminId }: ReportRowProps) {
  const t = useTranslations('admin');
  const tReports = useTranslations('reports.categories');
  const { item, author, excerpt } = report;
  const search = (text: string) => new URLSearchParams({ q: text });
  return (
    <AdminRow label={item.title}>
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-bold">{tReports(report.category)}</span>
        <Badge tone={report.status === 'OPEN' ? 'warn' : 'neutral'}>
          {t(`reportStatus.${report.status}`)}
        </Badge>
        {report.claimedBy && <span className="text-sm text-ink-soft">{report.claimedBy}</span>}
      </p>
      {report.text && <p className="mt-1 whitespace-pre-wrap">{report.text}</p>}
      <p className="mt-1 text-sm text-ink-soft">
        {t('reportedBy', { name: report.reporter ?? t('withdrawn') })}
      </p>
      <div className="mt-3 rounded-md bg-sunken p-3 text-sm">
        <p>
          <SoftLink
            href={`${paths.admin('items')}?${search(item.title)}`}
            className="font-semibold hover:underline"
          >
            {item.title}
          </SoftLink>
          {item.isHidden && (
            <Badge tone="danger" className="ml-2">
              {t('hidden')}
            </Badge>
          )}
          {item.isDeleted && <Badge className="ml-2">{t('deleted')}</Badge>}
        </p>
        <p className="mt-1 line-clamp-4 whitespace-pre-wrap text-ink-soft">{item.body}</p>
        <p className="mt-2">
          <SoftLink
            href={`${paths.admin('members')}?${search(author.nickname ?? '')}`}
            className="font-semibold hover:underline"
          >
            {author.nickname ?? t('withdrawn')}
          </SoftLink>
          <span className="ml-2 text-ink-soft">
            {t('authorHistory', { upheld: author.upheldBefore, suspensions: author.suspensions })}
          </span>
        </p>
      </div>
      {excerpt && (
        <ol aria-label={t('excerpt')} className="mt-3 grid gap-1 rounded-md border border-line p-3 text-sm">
          {excerpt.map((message) => (
            <li key={message.id} className={message.isReported ? 'font-semibold text-danger-ink' : ''}>
              <span className="text-ink-soft">{message.sender ?? t('withdrawn')}: </span>
              {message.body}
            </li>
          ))}
        </ol>
      )}
      {report.resolution && <p className="mt-2 text-sm">{t('resolution', { text: report.resolution })}</p>}
      {report.status === 'OPEN' && (
        <div className="mt-3">
          <AdminForm action={claimReport} hidden={{ id: report.id }} button={t('claim')} />
        </div>
      )}
      {report.status === 'CLAIMED' && report.claimedById === adminId && (
        <div className="mt-2 grid gap-1">
          <Disclosure label={t('uphold')}>
            <AdminForm
              action={upholdReport}
              hidden={{ id: report.id }}
              reason={t('note')}
              reasonHint={t('noteHint')}
              ticks={[
                ...(item.isHidden || item.isDeleted ? [] : [{ name: 'hideItem', label: t('alsoHide') }]),
                { name: 'suspendAuthor', label: t(excerpt ? 'alsoSuspendSender' : 'alsoSuspend') },
              ]}
              withPassword
              tone="danger"
              button={t('upholdNow')}
            />
          </Disclosure>
          <Disclosure label={t('dismiss')}>
            <AdminForm
              action={dismissReport}
              hidden={{ id: report.id }}
              reason={t('note')}
              withPassword
              button={t('dismissNow')}
            />
          </Disclosure>
        </div>
      )}
    </AdminRow>
  );
}
