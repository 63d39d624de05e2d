'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId } from 'react';
import type { ActionRefusal } from '@/components/member/use-action';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextareaField } from '@/components/ui/textarea-field';

type RejectRentalDialogProps = {
  isOpen: boolean;
  onClose: () => void;
  onReject: (reason: string) => void;
  isPending: boolean;
  refusal: ActionRefusal | null;
};

export function RejectRentalDialog({
  isOpen,
  onClose,
  onReject,
  isPending,
  refusal,
}: RejectRentalDialogProps) {
  const t = useTranslations('rentals.reject');
  const tUi = useTranslations('ui');
  const formId = useId();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    onReject(String(new FormData(event.currentTarget).get('reason') ?? '').trim());
  }

  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t('title')}
      description={t('text')}
      footer={
        <>
          <Button variant="secondary" onClick={onClose} disabled={isPending}>
            {tUi('cancel')}
          </Button>
          <Button type="submit" form={formId} variant="danger" isPending={isPending}>
            {t('submit')}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-4">
        {refusal && !refusal.fields.reason && <Banner tone="error">{refusal.message}</Banner>}
        <TextareaField
          name="reason"
          label={t('reason')}
          hint={t('hint')}
          isOptional
          rows={3}
          maxLength={300}
          error={refusal?.fields.reason}
        />
      </form>
    </Dialog>
  );
}
