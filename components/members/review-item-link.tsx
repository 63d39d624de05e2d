import { Package } from 'lucide';
import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { SoftLink } from '@/components/ui/soft-link';
import type { ReviewView } from '@/lib/features/reviews/views';
import { paths } from '@/lib/paths';

/** The item that a review is about; only its absence when it has been deleted. */
export function ReviewItemLink({ item }: { item: ReviewView['item'] }) {
  const t = useTranslations('items');
  return (
    <p className="mt-2 flex items-center gap-1.5 text-sm text-ink-soft">
      <Icon of={Package} aria-hidden="true" className="size-4 shrink-0" />
      {item.isGone ? (
        t('gone')
      ) : (
        <SoftLink
          href={paths.item(item.id)}
          className="inline-flex min-h-11 min-w-0 items-center underline-offset-4 hover:underline"
        >
          <span className="truncate">{item.title}</span>
        </SoftLink>
      )}
    </p>
  );
}
