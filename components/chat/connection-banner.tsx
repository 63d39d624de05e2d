'use client';

import { WifiOff } from 'lucide';
import { Icon } from '@/components/ui/icon';
import { useWords } from '@/components/ui/use-words';
import { useLinkTrouble } from './use-link-status';

/** Says that nothing new can arrive, and that what is written now is kept. */
export function ConnectionBanner() {
  const t = useWords('chat.connection');
  const trouble = useLinkTrouble();
  return (
    <div role="status">
      {trouble && (
        <p className="flex items-center gap-2.5 border-b border-warn-line bg-warn-soft px-4 py-2.5 text-sm text-warn-ink">
          <Icon of={WifiOff} aria-hidden="true" className="size-4.5 shrink-0" />
          {t(trouble)}
        </p>
      )}
    </div>
  );
}
