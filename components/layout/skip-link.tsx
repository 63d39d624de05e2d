import { useWords } from '@/components/ui/use-words';

export const MAIN_ID = 'main';

export function SkipLink() {
  const t = useWords('layout');
  return (
    <a
      href={`#${MAIN_ID}`}
      className="fixed top-2 left-2 z-50 -translate-y-20 rounded-sm bg-ink px-4 py-3 font-semibold text-paper focus:translate-y-0"
    >
      {t('skip')}
    </a>
  );
}
