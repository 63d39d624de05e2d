'use client';

import { Flag } from 'lucide';
import { lazy, Suspense, useState } from 'react';
import { Icon } from '@/components/ui/icon';
import { IconButton } from '@/components/ui/icon-button';
import { useWords } from '@/components/ui/use-words';
import type { MessagePayload } from '@/lib/realtime/events';

const ReportMessageDialog = lazy(() => import('./report-message-dialog'));

type ReportMessageButtonProps = {
  itemId: string;
  viewerId: string;
  messages: readonly MessagePayload[];
  timeZone: string;
};

/** 「메시지 신고」, once the partner has written something. */
export function ReportMessageButton({ itemId, viewerId, messages, timeZone }: ReportMessageButtonProps) {
  const t = useWords('reports');
  const [isOpen, setOpen] = useState(false);
  const isTheirs = ({ kind, senderId }: MessagePayload) => kind === 'TEXT' && senderId !== viewerId;
  if (!messages.some(isTheirs)) return null;
  return (
    <>
      <IconButton
        label={t('message')}
        icon={<Icon of={Flag} aria-hidden="true" className="size-5" />}
        onClick={() => setOpen(true)}
      />
      {isOpen && (
        <Suspense>
          <ReportMessageDialog
            itemId={itemId}
            messages={messages.filter(isTheirs).reverse()}
            timeZone={timeZone}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}
