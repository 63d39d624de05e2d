'use client';

import { Ticket } from 'lucide';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { useMember } from '@/components/member/member-provider';
import { useAction } from '@/components/member/use-action';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Icon } from '@/components/ui/icon';
import type { RentalView } from '@/lib/features/rentals/views';
import { RequestRentalForm } from './request-rental-form';

type RequestRentalButtonProps = {
  roomId: string;
  item: { id: string; title: string };
  onChange?: () => void;
};

/** 「대여 신청」, for the inquirer: dates, the quote, 「신청하기」. */
export function RequestRentalButton({ roomId, item, onChange }: RequestRentalButtonProps) {
  const t = useTranslations('rentals.request');
  const tUi = useTranslations('ui');
  const { actions } = useMember();
  const formId = useId();
  const [isOpen, setOpen] = useState(false);
  const { run, isPending, refusal, clear } = useAction<RentalView>(() => {
    setOpen(false);
    onChange?.();
  });

  return (
    <>
      <Button
        size="sm"
        icon={<Icon of={Ticket} aria-hidden="true" className="size-5" />}
        onClick={() => {
          clear();
          setOpen(true);
        }}
      >
        {t('button')}
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={t('button')}
        description={item.title}
        footer={
          <>
            <Button variant="secondary" onClick={() => setOpen(false)} disabled={isPending}>
              {tUi('cancel')}
            </Button>
            <Button type="submit" form={formId} isPending={isPending}>
              {t('submit')}
            </Button>
          </>
        }
      >
        <RequestRentalForm
          id={formId}
          itemId={item.id}
          refusal={refusal}
          onSubmit={(period) =>
            run((submissionId) => actions.requestRental({ roomId, ...period, submissionId }))
          }
        />
      </Dialog>
    </>
  );
}
