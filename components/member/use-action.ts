'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState, useTransition } from 'react';
import { newId } from '@/lib/core/new-id';
import type { ActionRefusal, ActionResult } from '@/lib/next/action-result';

/**
 * A server action behind a button: pending while it runs, one at a time even for a double click, refusals in words. The
 * id that `action` gets stays the same until there is an answer that counts, so that a lost one can be asked for again.
 */
export function useAction<T>(onDone: (data: T) => void, onRefused?: (refusal: ActionRefusal) => void) {
  const t = useTranslations('ui');
  const [refusal, setRefusal] = useState<ActionRefusal | null>(null);
  const [isPending, startTransition] = useTransition();
  const isRunning = useRef(false);
  const submissionId = useRef<string>(undefined);

  function run(action: (submissionId: string) => Promise<ActionResult<T>>) {
    if (isRunning.current) return;
    isRunning.current = true;
    setRefusal(null);
    submissionId.current ??= newId(new Date());
    const id = submissionId.current;
    startTransition(async () => {
      const answer = await action(id).catch(
        (): ActionResult<T> => ({
          ok: false,
          error: { code: 'UNAVAILABLE', message: t('noAnswer'), fields: {} },
        }),
      );
      isRunning.current = false;
      if (answer.ok || answer.error.code !== 'UNAVAILABLE') submissionId.current = undefined;
      startTransition(() => {
        if (answer.ok) return onDone(answer.data);
        setRefusal(answer.error);
        onRefused?.(answer.error);
      });
    });
  }

  return { run, isPending, refusal, clear: () => setRefusal(null) };
}
