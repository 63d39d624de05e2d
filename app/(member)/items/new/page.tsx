import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { postItem } from '@/app/_actions/item-form';
import { prepareUpload, requestUpload } from '@/app/_actions/uploads';
import { ItemForm } from '@/components/item-form/item-form';
import { newValues } from '@/components/item-form/item-values';
import { ClientMessages } from '@/components/layout/client-messages';
import { PageHeading } from '@/components/layout/page-heading';
import { PageShell } from '@/components/layout/page-shell';
import { listCategories } from '@/lib/features/items/server/list-categories';
import { getContext } from '@/lib/next/context';
import { requireResidentViewer } from '@/lib/next/resident';
import { paths } from '@/lib/paths';

type NewItemPageProps = { searchParams: Promise<{ section?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('itemForm.new');
  return { title: t('title'), robots: { index: false } };
}

export default async function NewItemPage({ searchParams }: NewItemPageProps) {
  const viewer = await requireResidentViewer(paths.newItem);
  const [t, { section }, categories] = await Promise.all([
    getTranslations('itemForm.new'),
    searchParams,
    getContext().then((ctx) => listCategories(ctx)),
  ]);
  return (
    <PageShell width="form" isImmersive className="!pb-0 md:!pb-16">
      <PageHeading title={t('title')} text={t('text')} />
      <ClientMessages namespaces={['itemForm', 'errors']}>
        <ItemForm
          mode="new"
          initial={newValues(section === 'WANTED' ? 'WANTED' : 'OFFER')}
          images={[]}
          categories={categories}
          viewerId={viewer.id}
          actions={{ requestUpload, prepareUpload, save: postItem }}
        />
      </ClientMessages>
    </PageShell>
  );
}
