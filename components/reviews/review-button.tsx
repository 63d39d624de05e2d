'use client';

import { Star } from 'lucide';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { useMember } from '@/components/member/member-provider';
import { useAction } from '@/components/member/use-action';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Icon } from '@/components/ui/icon';
import { showToast } from '@/components/ui/toast';
import type { RentalView } from '@/lib/features/rentals/views';
import type { ReviewView } from '@/lib/features/reviews/views';
import { ReviewForm } from './review-form';

type ReviewButtonProps = {
  rental: Pick<RentalView, 'id' | 'item' | 'partner' | 'canReview'>;
  onChange?: () => void;
};

/** 「리뷰 쓰기」, for both people once the rental has ended; nothing for whoever may not. */
export function ReviewButton({ rental, onChange }: ReviewButtonProps) {
  const t = useTranslations('reviews');
  const tUi = useTranslations('ui');
  const { actions } = useMember();
  const formId = useId();
  const [isOpen, setOpen] = useState(false);
  const { run, isPending, refusal, clear } = useAction<ReviewView>(() => {
    setOpen(false);
    showToast({ tone: 'success', text: t('done') });
    onChange?.();
  });
  if (!rental.canReview) return null;

  return (
    <>
      <Button
        size="sm"
        variant="soft"
        icon={<Icon of={Star} aria-hidden="true" className="size-5" />}
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
        title={t('title', { name: rental.partner.nickname ?? t('withdrawn') })}
        description={rental.item.title}
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
        <ReviewForm
          id={formId}
          refusal={refusal}
          onSubmit={(review) =>
            run((submissionId) => actions.writeReview({ rentalId: rental.id, ...review, submissionId }))
          }
        />
      </Dialog>
    </>
  );
}
