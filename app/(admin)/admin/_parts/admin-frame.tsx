import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { AdminNav } from '@/components/admin/admin-nav';
import { ClientMessages } from '@/components/layout/client-messages';
import { PageHeading } from '@/components/layout/page-heading';
import { PageShell } from '@/components/layout/page-shell';
import type { AdminSection } from '@/lib/paths';

type AdminFrameProps = { current: AdminSection | undefined; children: ReactNode };

/** Every page of the section. It is rendered only after its verb has let the admin in. */
export async function AdminFrame({ current, children }: AdminFrameProps) {
  const t = await getTranslations('admin');
  return (
    <PageShell>
      <PageHeading title={t(`sections.${current ?? 'overview'}`)} text={t('title')} />
      <AdminNav current={current} />
      <div className="mt-6">
        <ClientMessages namespaces={['admin']}>{children}</ClientMessages>
      </div>
    </PageShell>
  );
}
