import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { countUploads, type UploadQueue } from '@/lib/features/images/upload-queue';
import type { CreateItemInput } from '@/lib/features/items/schemas';
import type { ActionResult } from '@/lib/next/action-result';
import { paths } from '@/lib/paths';
import { checkItem } from './check-item';

export type SaveItem = (input: CreateItemInput) => Promise<ActionResult<{ itemId: string }>>;

export interface SubmitProblem {
  /** null: the fields say it */
  message: string | null;
  isSignedOut: boolean;
  /** it was deleted or hidden meanwhile, in another tab or by an admin */
  isGone?: boolean;
}

type UseItemSubmit = {
  queue: UploadQueue;
  save: SaveItem;
  /** the form as it is now */
  toInput: () => CreateItemInput;
  onSaved: () => void;
  /** this submission was sent before with other words */
  onSentBefore: () => void;
};

/** `waiting`: for the uploads under way; `saved`: the item's page is on its way. */
export type SubmitStage = 'editing' | 'waiting' | 'saving' | 'saved';

/** From the press of the button to the item's page: checks, waits for uploads, saves once. */
export function useItemSubmit({ queue, save, toInput, onSaved, onSentBefore }: UseItemSubmit) {
  const t = useTranslations('itemForm.saving');
  const tErrors = useTranslations('errors');
  const router = useRouter();
  const [stage, setStage] = useState<SubmitStage>('editing');
  const [fields, setFields] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<SubmitProblem | null>(null);
  const isSending = useRef(false);
  const uploads = countUploads(queue);

  function refuse(nextFields: Record<string, string>, next: SubmitProblem | null) {
    setFields(nextFields);
    setProblem(next);
    setStage('editing');
  }

  function submit() {
    if (stage !== 'editing' || isSending.current) return;
    const faults = Object.entries(checkItem(toInput()));
    if (faults.length > 0) {
      return refuse(Object.fromEntries(faults.map(([field, key]) => [field, tErrors(key)])), saysFields);
    }
    if (uploads.failed > 0) return refuse({ images: t('picturesFailed') }, saysFields);
    refuse({}, null);
    setStage('waiting');
  }

  async function send() {
    if (isSending.current) return;
    isSending.current = true;
    setStage('saving');
    try {
      const result = await save(toInput());
      if (!result.ok) {
        const { code, message, fields: said } = result.error;
        const isSignedOut = code === 'UNAUTHENTICATED';
        const hasFields = Object.keys(said).some((field) => field !== 'submissionId');
        const isGone = code === 'NOT_FOUND';
        if (code === 'CONFLICT' && !hasFields) onSentBefore();
        return refuse(said, { message: hasFields ? null : message, isSignedOut, isGone });
      }
      setStage('saved');
      onSaved();
      router.replace(paths.item(result.data.itemId));
    } catch {
      refuse({}, { message: t('offline'), isSignedOut: false });
    } finally {
      isSending.current = false;
    }
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: the last upload sends the form as it is then
  useEffect(() => {
    if (stage !== 'waiting' || uploads.running > 0) return;
    if (uploads.failed > 0) refuse({ images: t('picturesFailed') }, saysFields);
    else void send();
  }, [stage, uploads.running, uploads.failed]);

  return {
    stage,
    fields,
    problem,
    uploads,
    submit,
    stopWaiting: () => setStage('editing'),
    /** What was said of a field is over once it is changed. */
    forgive(name: string) {
      setFields(({ [name]: _, ...others }) => others);
    },
  };
}

const saysFields: SubmitProblem = { message: null, isSignedOut: false };
