import { Search } from 'lucide';
import { Icon } from '@/components/ui/icon';
import { useWords } from '@/components/ui/use-words';
import { SearchBox } from './search-box';

/** A plain GET form: it works without script, and the address carries the words. */
export function SearchForm({ className }: { className?: string }) {
  const t = useWords('layout');
  return (
    <search className={className}>
      <form action="/search" className="relative">
        <SearchBox label={t('search')} placeholder={t('searchPlaceholder')} />
        <button
          type="submit"
          aria-label={t('submitSearch')}
          className="absolute inset-y-0 right-0.5 inline-flex w-11 items-center justify-center rounded-full text-accent-ink"
        >
          <Icon of={Search} aria-hidden="true" className="size-5 stroke-[2.5]" />
        </button>
      </form>
    </search>
  );
}
