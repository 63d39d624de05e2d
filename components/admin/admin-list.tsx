import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { TextField } from '@/components/ui/text-field';

type AdminListProps = {
  href: string;
  /** null: this list cannot be searched */
  q: string | null;
  nextCursor: string | null;
  isEmpty: boolean;
  children: ReactNode;
};

/** A list of the admin section: a search where there is one, cards, and the way to the next page. */
export function AdminList({ href, q, nextCursor, isEmpty, children }: AdminListProps) {
  const t = useTranslations('admin');
  const further = new URLSearchParams({ ...(q && { q }), ...(nextCursor && { cursor: nextCursor }) });
  return (
    <>
      {q !== null && (
        <form action={href} className="mb-5 flex max-w-lg items-end gap-2">
          <TextField name="q" type="search" label={t('search')} defaultValue={q} className="flex-1" />
          <Button type="submit" variant="secondary">
            {t('searchButton')}
          </Button>
        </form>
      )}
      {isEmpty ? (
        <EmptyState title={t('empty')} text={t('emptyText')} />
      ) : (
        <ul className="grid gap-3">{children}</ul>
      )}
      {nextCursor && (
        <p className="mt-6">
          <LinkButton href={`${href}${href.includes('?') ? '&' : '?'}${further}`} variant="secondary">
            {t('more')}
          </LinkButton>
        </p>
      )}
    </>
  );
}

/** One row, as a card: dense, but legible at 360 px. */
export function AdminRow({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <li
      aria-label={label}
      className="min-w-0 rounded-lg border border-line bg-surface p-4 [overflow-wrap:anywhere]"
    >
      {children}
    </li>
  );
}
