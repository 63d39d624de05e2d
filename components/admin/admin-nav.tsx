import { useTranslations } from 'next-intl';
import { Tabs } from '@/components/ui/tabs';
import { type AdminSection, paths } from '@/lib/paths';

const SECTIONS: readonly (AdminSection | undefined)[] = [
  undefined,
  'members',
  'items',
  'reports',
  'feedback',
  'categories',
  'audit',
];

export function AdminNav({ current }: { current: AdminSection | undefined }) {
  const t = useTranslations('admin');
  return (
    <Tabs
      label={t('title')}
      currentHref={paths.admin(current)}
      tabs={SECTIONS.map((section) => ({
        href: paths.admin(section),
        label: t(`sections.${section ?? 'overview'}`),
      }))}
    />
  );
}
