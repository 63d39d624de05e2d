import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { editItem } from '@/app/_actions/item-form';
import { prepareUpload, requestUpload } from '@/app/_actions/uploads';
import { ItemForm } from '@/components/item-form/item-form';
import { valuesOf } from '@/components/item-form/item-values';
import { ClientMessages } from '@/components/layout/client-messages';
import { PageHeading } from '@/components/layout/page-heading';
import { PageShell } from '@/components/layout/page-shell';
import { listCategories } from '@/lib/features/items/server/list-categories';
import { getContext } from '@/lib/next/context';
import { requireResidentViewer } from '@/lib/next/resident';
import { paths } from '@/lib/paths';
import { readOwnItem } from './_parts/read-own-item';

type EditItemPageProps = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('itemForm.edit');
  return { title: t('title'), robots: { index: false } };
}

export default async function EditItemPage({ params }: EditItemPageProps) {
  const { id } = await params;
  const viewer = await requireResidentViewer(paths.editItem(id));
  const item = await readOwnItem(id);
  const [t, categories] = await Promise.all([
    getTranslations('itemForm.edit'),
    getContext().then((ctx) => listCategories(ctx)),
  ]);
  // A category that was retired since may be kept.
  const isOffered = categories.some((category) => category.id === item.category.id);
  return (
    <PageShell width="form" isImmersive className="!pb-0 md:!pb-16">
      <PageHeading title={t('title')} text={t('text')} />
      <ClientMessages namespaces={['itemForm', 'errors']}>
        <ItemForm
          key={item.id}
          mode="edit"
          initial={valuesOf(item)}
          images={item.images}
          categories={isOffered ? categories : [...categories, item.category]}
          viewerId={viewer.id}
          actions={{ requestUpload, prepareUpload, save: editItem.bind(null, item.id) }}
        />
      </ClientMessages>
    </PageShell>
  );
}
