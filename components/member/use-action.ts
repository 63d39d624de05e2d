'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState, useTransition } from 'react';
import type { ActionRefusal, ActionResult } from '@/lib/next/action-result';

/** A server action behind a button: pending while it runs, one at a time even for a double click, refusals in words. */
export function useAction<T>(onDone: (data: T) => void, onRefused?: (refusal: ActionRefusal) => void) {
  const t = useTranslations('rentals');
  const [refusal, setRefusal] = useState<ActionRefusal | null>(null);
  const [isPending, startTransition] = useTransition();
  const isRunning = useRef(false);

  function run(action: () => Promise<ActionResult<T>>) {
    if (isRunning.current) return;
    isRunning.current = true;
    setRefusal(null);
    startTransition(async () => {
      const answer = await action().catch(
        (): ActionResult<T> => ({
          ok: false,
          error: { code: 'UNAVAILABLE', message: t('noAnswer'), fields: {} },
        }),
      );
      isRunning.current = false;
      startTransition(() => {
        if (answer.ok) return onDone(answer.data);
        setRefusal(answer.error);
        onRefused?.(answer.error);
      });
    });
  }

  return { run, isPending, refusal, clear: () => setRefusal(null) };
}
