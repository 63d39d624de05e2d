'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useMember } from '@/components/member/member-provider';
import { RefusalBanner } from '@/components/member/refusal-banner';
import { useAction } from '@/components/member/use-action';
import { Button } from '@/components/ui/button';
import type { RentalMove } from '@/lib/features/rentals/rental-state';
import type { RentalView } from '@/lib/features/rentals/views';
import { CancelBookingDialog } from './cancel-booking-dialog';
import { TakenHint } from './taken-hint';

type RentalActionsProps = {
  rental: RentalView;
  /** After any move, and when one was refused because the rental had moved meanwhile. */
  onChange?: () => void;
};

/** Exactly the buttons of what the viewer may do with a rental now; nothing when that is nothing. */
export function RentalActions({ rental, onChange }: RentalActionsProps) {
  const t = useTranslations('rentals');
  const { actions } = useMember();
  const [isAsking, setAsking] = useState(false);
  const { run, isPending, refusal, clear } = useAction<RentalView>(
    () => {
      setAsking(false);
      onChange?.();
    },
    ({ code }) => code === 'CONFLICT' && onChange?.(),
  );
  if (rental.moves.length === 0) return null;

  const rentalId = rental.id;
  const isBooking = rental.status === 'ACCEPTED';
  const press: Record<RentalMove, () => void> = {
    accept: () => run((submissionId) => actions.acceptRental({ rentalId, submissionId })),
    reject: () => run((submissionId) => actions.rejectRental({ rentalId, submissionId })),
    cancel: () =>
      isBooking ? ask() : run((submissionId) => actions.cancelRental({ rentalId, submissionId })),
    handOver: () => run((submissionId) => actions.handOverRental({ rentalId, submissionId })),
    end: () => run((submissionId) => actions.endRental({ rentalId, submissionId })),
  };
  function ask() {
    clear();
    setAsking(true);
  }

  return (
    <div className="flex min-w-0 flex-col gap-2">
      <TakenHint rental={rental} />
      {!isAsking && <RefusalBanner refusal={refusal} />}
      <div className="flex flex-wrap gap-2">
        {rental.moves.map((move) => (
          <Button
            key={move}
            size="sm"
            variant={move === 'reject' || move === 'cancel' ? 'secondary' : 'primary'}
            disabled={isPending}
            onClick={press[move]}
          >
            {t(move === 'cancel' && isBooking ? 'move.cancelBooking' : `move.${move}`)}
          </Button>
        ))}
      </div>
      <CancelBookingDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onCancel={() => run((submissionId) => actions.cancelRental({ rentalId, submissionId }))}
        isPending={isPending}
        refusal={refusal}
      />
    </div>
  );
}
