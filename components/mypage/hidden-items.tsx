import { useTranslations } from 'next-intl';
import { Banner } from '@/components/ui/banner';
import type { HiddenItemView } from '@/lib/features/items/views';

/** The member's items that an admin has hidden, and why; nothing when there are none. */
export function HiddenItems({ items }: { items: readonly HiddenItemView[] }) {
  const t = useTranslations('mypage.hidden');
  if (items.length === 0) return null;
  return (
    <Banner tone="warn" title={t('title')} className="mb-6">
      <p>{t('text')}</p>
      <ul className="mt-2 grid gap-2">
        {items.map(({ id, title, reason }) => (
          <li key={id} className="[overflow-wrap:anywhere]">
            <b>{title}</b>
            {reason !== '' && <span className="block">{t('reason', { reason })}</span>}
          </li>
        ))}
      </ul>
    </Banner>
  );
}
