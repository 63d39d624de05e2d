import { getTranslations } from 'next-intl/server';
import { addCategory, moveCategory, renameCategory, retireCategory } from '@/app/_actions/admin';
import { AdminForm } from '@/components/admin/admin-form';
import { AdminRow } from '@/components/admin/admin-list';
import { Disclosure } from '@/components/admin/disclosure';
import { CategoryIcon } from '@/components/items/category-icon';
import { Badge } from '@/components/ui/badge';
import { CATEGORY_ICONS } from '@/lib/features/admin/schemas';
import { listAllCategories } from '@/lib/features/admin/server/categories';
import { getContext } from '@/lib/next/context';
import { orNotFound } from '@/lib/next/or-not-found';
import { AdminFrame } from '../_parts/admin-frame';

export default async function CategoriesPage() {
  const categories = await orNotFound(listAllCategories(await getContext()));
  const t = await getTranslations('admin');
  const icons = CATEGORY_ICONS.map((value) => ({ value, label: t(`icons.${value}`) }));
  return (
    <AdminFrame current="categories">
      <section className="mb-8 rounded-lg border border-line bg-surface p-5">
        <h2 className="mb-3 text-lg">{t('addCategory')}</h2>
        <AdminForm
          action={addCategory}
          hidden={{}}
          fields={[
            { name: 'name', label: t('nameKo') },
            { name: 'nameEn', label: t('nameEn') },
            { name: 'slug', label: t('slug') },
            { name: 'icon', label: t('icon'), options: icons, defaultValue: 'package' },
          ]}
          button={t('add')}
        />
      </section>
      <ul className="grid gap-3">
        {categories.map((category) => (
          <AdminRow key={category.id} label={category.name}>
            <p className="flex flex-wrap items-center gap-2">
              <span className="[&>svg]:size-5">
                <CategoryIcon name={category.icon} />
              </span>
              <span className="font-bold">{category.name}</span>
              <span className="text-sm text-ink-soft">
                {category.nameEn} · {category.slug} · {t('itemCount', { count: category.items })}
              </span>
              {category.isRetired && <Badge tone="warn">{t('retired')}</Badge>}
            </p>
            <div className="mt-2 flex flex-wrap items-start gap-2">
              {(['-1', '1'] as const).map((by) => (
                <AdminForm
                  key={by}
                  action={moveCategory}
                  hidden={{ id: String(category.id), by }}
                  tone="ghost"
                  button={t(by === '-1' ? 'up' : 'down')}
                  buttonLabel={`${category.name} ${t(by === '-1' ? 'up' : 'down')}`}
                />
              ))}
            </div>
            <Disclosure label={t('change')}>
              <div className="grid gap-6 md:grid-cols-2">
                <AdminForm
                  action={renameCategory}
                  hidden={{ id: String(category.id) }}
                  fields={[
                    { name: 'name', label: t('nameKo'), defaultValue: category.name },
                    { name: 'nameEn', label: t('nameEn'), defaultValue: category.nameEn },
                    { name: 'icon', label: t('icon'), options: icons, defaultValue: category.icon },
                  ]}
                  button={t('rename')}
                />
                <AdminForm
                  action={retireCategory}
                  hidden={{ id: String(category.id), isRetired: String(!category.isRetired) }}
                  withPassword
                  tone={category.isRetired ? 'secondary' : 'danger'}
                  button={t(category.isRetired ? 'bringBack' : 'retire')}
                />
              </div>
            </Disclosure>
          </AdminRow>
        ))}
      </ul>
    </AdminFrame>
  );
}
