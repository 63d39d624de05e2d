'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Banner } from './banner';
import { Button } from './button';
import { Dialog } from './dialog';

type ConfirmDialogProps = {
  isOpen: boolean;
  onClose: () => void;
  onConfirm: () => void;
  title: string;
  /** What will happen, and whether it can be undone. */
  text: ReactNode;
  /** The verb of what will be done ("삭제하기"), never "확인". */
  confirmLabel: string;
  tone?: 'primary' | 'danger';
  isPending?: boolean;
  error?: string | null;
};

export function ConfirmDialog({
  isOpen,
  onClose,
  onConfirm,
  title,
  text,
  confirmLabel,
  tone = 'danger',
  isPending = false,
  error,
}: ConfirmDialogProps) {
  const t = useTranslations('ui');
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={title}
      description={text}
      footer={
        <>
          <Button variant="secondary" onClick={onClose} disabled={isPending}>
            {t('cancel')}
          </Button>
          <Button variant={tone} onClick={onConfirm} isPending={isPending}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      {error && <Banner tone="error">{error}</Banner>}
    </Dialog>
  );
}
