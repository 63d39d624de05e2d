'use client';

import { useTranslations } from 'next-intl';
import { type ComponentProps, type ReactNode, useId } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { ReportForm } from './report-form';

type ReportDialogProps = Omit<ComponentProps<typeof ReportForm>, 'id'> & {
  onClose: () => void;
  isPending: boolean;
  /** what it is about, where that is not an item */
  title?: string;
  /** stands before the form */
  children?: ReactNode;
};

/** Fetched with the first press: few who look at an item report it. */
export default function ReportDialog({ onClose, isPending, title, children, ...form }: ReportDialogProps) {
  const t = useTranslations('reports');
  const tUi = useTranslations('ui');
  const formId = useId();
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title ?? t('title')}
      description={t('text')}
      footer={
        <>
          <Button variant="secondary" onClick={onClose} disabled={isPending}>
            {tUi('cancel')}
          </Button>
          <Button type="submit" form={formId} variant="danger" isPending={isPending}>
            {t('button')}
          </Button>
        </>
      }
    >
      {children}
      <ReportForm id={formId} {...form} />
    </Dialog>
  );
}
