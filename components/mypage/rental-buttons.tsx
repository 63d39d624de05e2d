'use client';

import { useRouter } from 'next/navigation';
import { RelistItemButton } from '@/components/rentals/relist-item-button';
import { RentalActions } from '@/components/rentals/rental-actions';
import { ReviewButton } from '@/components/reviews/review-button';
import type { RentalView } from '@/lib/features/rentals/views';

/** What I can do with a rental; the list is read anew after each step. */
export function RentalButtons({ rental }: { rental: RentalView }) {
  const router = useRouter();
  return (
    <>
      <RentalActions rental={rental} onChange={router.refresh} />
      <ReviewButton rental={rental} onChange={router.refresh} />
      {rental.status === 'ENDED' && rental.canRelist && (
        <RelistItemButton itemId={rental.item.id} onChange={router.refresh} />
      )}
    </>
  );
}
