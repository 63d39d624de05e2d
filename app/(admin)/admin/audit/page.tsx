import { getLocale, getTranslations } from 'next-intl/server';
import { AdminList, AdminRow } from '@/components/admin/admin-list';
import type { RawParams } from '@/components/items/item-filters';
import { listAudit } from '@/lib/features/admin/server/list-audit';
import { formatDate } from '@/lib/format/dates';
import { getContext } from '@/lib/next/context';
import { orNotFound } from '@/lib/next/or-not-found';
import { paths } from '@/lib/paths';
import { AdminFrame } from '../_parts/admin-frame';
import { readListParams } from '../_parts/list-params';

export default async function AuditPage({ searchParams }: { searchParams: Promise<RawParams> }) {
  const params = await readListParams(searchParams);
  const page = await orNotFound(listAudit(await getContext(), params));
  const [t, locale] = await Promise.all([getTranslations('admin'), getLocale()]);
  return (
    <AdminFrame current="audit">
      <AdminList
        href={paths.admin('audit')}
        q={params.q}
        nextCursor={page.nextCursor}
        isEmpty={page.data.length === 0}
      >
        {page.data.map((entry) => (
          <AdminRow key={entry.id}>
            <p className="flex flex-wrap items-baseline gap-x-3">
              <span className="font-bold">{entry.action}</span>
              <span className="text-sm">{entry.admin ?? t('commandLine')}</span>
              <time dateTime={entry.createdAt} className="figures text-sm text-ink-soft">
                {formatDate(entry.createdAt, locale, 'dateTime')}
              </time>
            </p>
            <p className="mt-1 text-sm text-ink-soft">
              {entry.targetType} {entry.targetId}
            </p>
            {JSON.stringify(entry.detail) !== '{}' && (
              <code className="mt-1 block text-xs text-ink-soft">{JSON.stringify(entry.detail)}</code>
            )}
          </AdminRow>
        ))}
      </AdminList>
    </AdminFrame>
  );
}
