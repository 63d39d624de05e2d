import { ArrowDown } from 'lucide';
import { Icon } from '@/components/ui/icon';
import { useWords } from '@/components/ui/use-words';

/** Shown while somebody reads further up and something new has come below. */
export function NewMessagesPill({ count, onPress }: { count: number; onPress: () => void }) {
  const t = useWords('chat.thread');
  return (
    <button
      type="button"
      onClick={onPress}
      className="figures absolute bottom-3 left-1/2 inline-flex min-h-11 -translate-x-1/2 animate-rise items-center gap-2 rounded-full bg-ink px-5 text-sm font-semibold whitespace-nowrap text-paper shadow-float"
    >
      {t('newMessages', { count })}
      <Icon of={ArrowDown} aria-hidden="true" className="size-4" />
    </button>
  );
}
