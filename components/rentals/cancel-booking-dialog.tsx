'use client';

import { useTranslations } from 'next-intl';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import type { ActionRefusal } from '@/lib/next/action-result';

type CancelBookingDialogProps = {
  isOpen: boolean;
  onClose: () => void;
  onCancel: () => void;
  isPending: boolean;
  refusal: ActionRefusal | null;
};

/** A booking that is agreed is not given up by a slip of the thumb. */
export function CancelBookingDialog({ onCancel, refusal, ...rest }: CancelBookingDialogProps) {
  const t = useTranslations('rentals.cancelBooking');
  return (
    <ConfirmDialog
      {...rest}
      onConfirm={onCancel}
      title={t('title')}
      text={t('text')}
      confirmLabel={t('submit')}
      error={refusal?.message}
    />
  );
}
