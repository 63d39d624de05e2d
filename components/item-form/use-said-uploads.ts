import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import type { UploadQueue } from '@/lib/features/images/upload-queue';

/** Says, for who does not see the bars, when an upload is through or has failed. */
export function useSaidUploads(queue: UploadQueue, say: (sentence: string) => void) {
  const t = useTranslations('itemForm.pictures');
  const before = useRef(new Map<string, string>());

  useEffect(() => {
    for (const [place, { id, status }] of queue.entries()) {
      const earlier = before.current.get(id);
      before.current.set(id, status.kind);
      if (earlier === undefined || earlier === status.kind) continue;
      if (status.kind === 'ready') say(t('saidReady', { position: place + 1 }));
      if (status.kind === 'failed') say(t('saidFailed', { position: place + 1 }));
    }
  }, [queue, say, t]);
}
