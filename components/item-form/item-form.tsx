'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { focusFirstFault } from '@/components/forms/first-fault';
import { useLeaveGuard } from '@/components/forms/use-leave-guard';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { newId } from '@/lib/core/new-id';
import { fromStored, isSameOrder, toImageRefs } from '@/lib/features/images/upload-queue';
import type { ImageView } from '@/lib/features/images/views';
import type { CategoryView } from '@/lib/features/items/views';
import { paths } from '@/lib/paths';
import { draftKey, fromDraftPictures } from './item-draft';
import { ItemFields } from './item-fields';
import { type ItemValues, isSameItem, toItemInput } from './item-values';
import { PicturesField } from './pictures-field';
import { SavingBar } from './saving-bar';
import type { SendFile } from './send-file';
import type { UploadActions } from './upload-picture';
import { useItemDraft } from './use-item-draft';
import { type SaveItem, useItemSubmit } from './use-item-submit';
import { usePictures } from './use-pictures';
import { useTypedEarly } from './use-typed-early';

export type ItemFormProps = {
  mode: 'new' | 'edit';
  initial: ItemValues;
  images: readonly ImageView[];
  categories: readonly CategoryView[];
  /** whose draft is kept in this tab */
  viewerId: string;
  actions: UploadActions & { save: SaveItem };
  send?: SendFile;
};

export function ItemForm({ mode, initial, images, categories, viewerId, actions, send }: ItemFormProps) {
  const t = useTranslations('itemForm');
  const formRef = useRef<HTMLFormElement>(null);
  const [submissionId, setSubmissionId] = useState(() => newId(new Date()));
  const [values, setValues] = useState(initial);
  const [stored] = useState(() => fromStored(images));
  const pictures = usePictures(stored, actions, send);
  const { queue } = pictures;
  const isTouched = !isSameItem(initial, values) || !isSameOrder(stored, queue);

  const submission = useItemSubmit({
    queue,
    save: actions.save,
    toInput: () => toItemInput(values, toImageRefs(queue), submissionId),
    onSaved() {
      guard.release();
      draft.forget({ isFinal: true });
    },
    onSentBefore: () => setSubmissionId(newId(new Date())),
  });
  const guard = useLeaveGuard({
    isActive: isTouched && submission.stage !== 'saved',
    title: t('leave.title'),
    text: mode === 'new' ? t('leave.textNew') : t('leave.textEdit'),
    confirmLabel: t('leave.confirm'),
  });
  const draft = useItemDraft({
    storageKey: mode === 'new' ? draftKey(viewerId) : null,
    submissionId,
    values,
    queue,
    isTouched,
    onRestore(found) {
      setSubmissionId(found.submissionId);
      setValues({ ...initial, ...found.values });
      pictures.replace(fromDraftPictures(found, Date.now()));
    },
  });
  useTypedEarly(formRef, change);

  function change(change: Partial<ItemValues>) {
    setValues((current) => ({ ...current, ...change }));
    for (const name of Object.keys(change)) submission.forgive(FIELD_OF[name] ?? name);
  }

  function startOver() {
    draft.forget({ isFinal: false });
    setSubmissionId(newId(new Date()));
    setValues(initial);
    pictures.replace(stored);
  }

  useEffect(() => {
    if (submission.problem && formRef.current) focusFirstFault(formRef.current);
  }, [submission.problem]);

  return (
    <form
      ref={formRef}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submission.submit();
      }}
      className="flex flex-col gap-7"
    >
      <noscript>
        <Banner tone="warn">{t('noScript')}</Banner>
      </noscript>
      {draft.wasRestored && (
        <Banner
          tone="info"
          title={t('draft.restored')}
          action={
            <Button size="sm" variant="secondary" onClick={startOver}>
              {t('draft.startOver')}
            </Button>
          }
        >
          {queue.length > 0 && t('draft.restoredText')}
        </Banner>
      )}
      <PicturesField pictures={pictures} error={useImageFault(submission.fields)} />
      <ItemFields values={values} errors={submission.fields} categories={categories} onChange={change} />
      <SavingBar
        submission={submission}
        label={t(`${mode}.save`)}
        signInHref={mode === 'new' ? paths.login(paths.newItem) : null}
      />
      {guard.dialog}
    </form>
  );
}

/** The server tells of `images` altogether, or of one of them as `images.<place>`. */
function useImageFault(fields: Record<string, string>): string | null {
  const t = useTranslations('itemForm.pictures');
  const [name, message] = Object.entries(fields).find(([field]) => field.startsWith('images')) ?? [];
  if (!name || !message) return null;
  const place = Number.parseInt(name.slice('images.'.length), 10);
  return Number.isNaN(place) ? message : `${t('position', { position: place + 1 })}: ${message}`;
}

/** Fields whose name in the input is another. */
const FIELD_OF: Record<string, string> = { priceText: 'priceWon', isOpenPrice: 'priceWon' };
