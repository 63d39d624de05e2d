'use client';

import { Bell } from 'lucide';
import { lazy, Suspense, useState } from 'react';
import { useCounts } from '@/components/member/member-provider';
import { Icon } from '@/components/ui/icon';
import { IconButton } from '@/components/ui/icon-button';
import { Popover } from '@/components/ui/popover';
import { useWords } from '@/components/ui/use-words';

const AlertList = lazy(() => import('./alert-list'));

/** 「알림」 with the live count; the list is fetched when somebody opens it, never before. */
export function AlertBell() {
  const t = useWords('alerts');
  const { alerts } = useCounts();
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      label={t('title')}
      onOpenChange={setOpen}
      className="!w-[min(24rem,calc(100vw-1.5rem))] !p-0"
      trigger={(attributes) => (
        <IconButton
          {...attributes}
          label={t('title')}
          icon={<Icon of={Bell} aria-hidden="true" />}
          count={alerts}
          countText={t('titleWithCount', { count: alerts })}
        />
      )}
    >
      {isOpen && (
        <Suspense>
          <AlertList />
        </Suspense>
      )}
    </Popover>
  );
}
