import { getTranslations } from 'next-intl/server';
import { AdminList } from '@/components/admin/admin-list';
import type { RawParams } from '@/components/items/item-filters';
import { LinkButton } from '@/components/ui/link-button';
import { listReports } from '@/lib/features/admin/server/reports';
import { getContext } from '@/lib/next/context';
import { orNotFound } from '@/lib/next/or-not-found';
import { getViewer } from '@/lib/next/viewer';
import { paths } from '@/lib/paths';
import { AdminFrame } from '../_parts/admin-frame';
import { readListParams } from '../_parts/list-params';
import { ReportRow } from '../_parts/report-row';

export default async function ReportsPage({ searchParams }: { searchParams: Promise<RawParams> }) {
  const { cursor } = await readListParams(searchParams);
  const isOpen = (await searchParams).state !== 'closed';
  const page = await orNotFound(listReports(await getContext(), { isOpen, ...(cursor && { cursor }) }));
  const [t, viewer] = await Promise.all([getTranslations('admin'), getViewer()]);
  const href = isOpen ? paths.admin('reports') : `${paths.admin('reports')}?state=closed`;
  return (
    <AdminFrame current="reports">
      <p className="mb-5 flex flex-wrap gap-2">
        <LinkButton href={paths.admin('reports')} variant={isOpen ? 'soft' : 'ghost'} size="sm">
          {t('waiting')}
        </LinkButton>
        <LinkButton
          href={`${paths.admin('reports')}?state=closed`}
          variant={isOpen ? 'ghost' : 'soft'}
          size="sm"
        >
          {t('decided')}
        </LinkButton>
      </p>
      <AdminList href={href} q={null} nextCursor={page.nextCursor} isEmpty={page.data.length === 0}>
        {page.data.map((report) => (
          <ReportRow key={report.id} report={report} adminId={viewer?.id ?? ''} />
        ))}
      </AdminList>
    </AdminFrame>
  );
}
