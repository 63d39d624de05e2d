import { useEffect, useRef, useState } from 'react';
import type { UploadQueue } from '@/lib/features/images/upload-queue';
import { draftPictures, type ItemDraft, readDraft, writeDraft } from './item-draft';
import type { ItemValues } from './item-values';

type UseItemDraft = {
  /** null: nothing is kept (an item that exists already) */
  storageKey: string | null;
  submissionId: string;
  values: ItemValues;
  queue: UploadQueue;
  isTouched: boolean;
  onRestore: (draft: ItemDraft) => void;
};

/** Keeps an unsent form in this tab, over reloads and the way to sign in and back. */
export function useItemDraft({
  storageKey,
  submissionId,
  values,
  queue,
  isTouched,
  onRestore,
}: UseItemDraft) {
  const [wasRestored, setRestored] = useState(false);
  const hasLooked = useRef(false);
  const isOver = useRef(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the form has come to life
  useEffect(() => {
    const draft = storageKey === null ? null : readDraft(storageKey);
    if (!draft) return;
    onRestore(draft);
    setRestored(true);
  }, []);

  useEffect(() => {
    // The first run is that of the empty form, before the draft is in it.
    if (!hasLooked.current) {
      hasLooked.current = true;
      return;
    }
    if (storageKey === null || isOver.current) return;
    const draft = { submissionId, values, pictures: draftPictures(queue), savedAt: Date.now() };
    writeDraft(storageKey, isTouched ? draft : null);
  }, [storageKey, submissionId, values, queue, isTouched]);

  return {
    wasRestored,
    dismiss: () => setRestored(false),
    /** The item is made, or the draft not wanted: nothing is kept any more. */
    forget(options: { isFinal: boolean }) {
      isOver.current = options.isFinal;
      setRestored(false);
      if (storageKey !== null) writeDraft(storageKey, null);
    },
  };
}
