import { useState, useTransition } from 'react';

/**
 * What is done only after a dialog has asked. `action` leads elsewhere when it succeeds, and answers only when it was refused.
 *
 * @param unanswered what is shown where no answer came
 * @param keepsOpen whether the dialog stays to say what stands in the way
 */
export function useAsked<R>(action: () => Promise<R>, unanswered: R, { keepsOpen = false } = {}) {
  const [isOpen, setOpen] = useState(false);
  const [refused, setRefused] = useState<R | null>(null);
  const [isPending, startTransition] = useTransition();

  function confirm() {
    setRefused(null);
    startTransition(async () => {
      const answer = await action().catch((error: unknown) => {
        // A redirect is thrown as well, and is the framework's to handle.
        if (typeof error === 'object' && error !== null && 'digest' in error) throw error;
        return unanswered;
      });
      startTransition(() => {
        if (!keepsOpen) setOpen(false);
        setRefused(answer ?? null);
      });
    });
  }

  return {
    open: () => setOpen(true),
    refused,
    dialog: { isOpen, isPending, onClose: () => setOpen(false), onConfirm: confirm },
  };
}
