import { getTranslations } from 'next-intl/server';
import { hideItem, restoreItem } from '@/app/_actions/admin';
import { AdminForm } from '@/components/admin/admin-form';
import { AdminList, AdminRow } from '@/components/admin/admin-list';
import { Disclosure } from '@/components/admin/disclosure';
import type { RawParams } from '@/components/items/item-filters';
import { Badge } from '@/components/ui/badge';
import { SoftLink } from '@/components/ui/soft-link';
import { listAllItems } from '@/lib/features/admin/server/items';
import { getContext } from '@/lib/next/context';
import { orNotFound } from '@/lib/next/or-not-found';
import { paths } from '@/lib/paths';
import { AdminFrame } from '../_parts/admin-frame';
import { readListParams } from '../_parts/list-params';

export default async function ItemsPage({ searchParams }: { searchParams: Promise<RawParams> }) {
  const params = await readListParams(searchParams);
  const page = await orNotFound(listAllItems(await getContext(), params));
  const t = await getTranslations('admin');
  return (
    <AdminFrame current="items">
      <AdminList
        href={paths.admin('items')}
        q={params.q}
        nextCursor={page.nextCursor}
        isEmpty={page.data.length === 0}
      >
        {page.data.map((item) => (
          <AdminRow key={item.id} label={item.title}>
            <p className="flex flex-wrap items-center gap-2">
              {item.isHidden || item.isDeleted ? (
                <span className="font-bold">{item.title}</span>
              ) : (
                <SoftLink href={paths.item(item.id)} className="font-bold hover:underline">
                  {item.title}
                </SoftLink>
              )}
              {item.isHidden && <Badge tone="danger">{t('hidden')}</Badge>}
              {item.isDeleted && <Badge>{t('deleted')}</Badge>}
              {item.openReports > 0 && (
                <Badge tone="warn">{t('openReports', { count: item.openReports })}</Badge>
              )}
            </p>
            <p className="mt-1 text-sm text-ink-soft">{item.author ?? t('withdrawn')}</p>
            {item.isHidden && !item.isDeleted && (
              <div className="mt-2">
                <AdminForm action={restoreItem} hidden={{ id: item.id }} button={t('restore')} />
              </div>
            )}
            {!item.isHidden && !item.isDeleted && (
              <Disclosure label={t('hide')}>
                <AdminForm
                  action={hideItem}
                  hidden={{ id: item.id }}
                  reason={t('reason')}
                  reasonHint={t('reasonHint')}
                  withPassword
                  tone="danger"
                  button={t('hideNow')}
                />
              </Disclosure>
            )}
          </AdminRow>
        ))}
      </AdminList>
    </AdminFrame>
  );
}
