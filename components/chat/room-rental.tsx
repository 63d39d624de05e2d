import { useLocale } from 'next-intl';
import { RelistItemButton } from '@/components/rentals/relist-item-button';
import { RentalActions } from '@/components/rentals/rental-actions';
import { RentalStatusBadge } from '@/components/rentals/rental-status-badge';
import { RequestRentalButton } from '@/components/rentals/request-rental-button';
import { ReviewButton } from '@/components/reviews/review-button';
import { useWords } from '@/components/ui/use-words';
import type { RoomView } from '@/lib/features/chat/views';
import { formatPeriod } from '@/lib/format/dates';
import { formatWon } from '@/lib/format/won';

type RoomRentalProps = { room: RoomView; timeZone: string; onChange: () => void };

/** State of the rental that matters now, and what this person may do about it; nothing when there is nothing. */
export function RoomRental({ room, timeZone, onChange }: RoomRentalProps) {
  const t = useWords('rentals');
  const locale = useLocale();
  const { rental, item, canRequestRental, canRelist } = room;
  if (!rental && !canRequestRental && !canRelist) return null;
  return (
    <section
      aria-label={t('section')}
      className="perforated flex flex-wrap items-center justify-between gap-x-4 gap-y-2 bg-surface px-4 py-2.5 md:px-5 [@media(height<30rem)]:group-has-[textarea:focus]/room:hidden"
    >
      {rental && (
        <div className="figures flex min-w-0 flex-wrap items-center gap-x-2.5 gap-y-0.5">
          <RentalStatusBadge status={rental.status} isOverdue={rental.isOverdue} />
          {rental.totalWon !== null && (
            <strong className="text-sm font-bold">{formatWon(rental.totalWon, locale)}</strong>
          )}
          <p className="w-full text-xs text-ink-soft md:w-auto md:text-sm">
            {formatPeriod(rental.startsAt, rental.endsAt, locale, timeZone)}
          </p>
        </div>
      )}
      <div className="flex min-w-0 flex-wrap gap-2 empty:hidden">
        {rental && <RentalActions rental={rental} onChange={onChange} />}
        {rental?.canReview && <ReviewButton rental={rental} onChange={onChange} />}
        {canRequestRental && <RequestRentalButton roomId={room.id} item={item} onChange={onChange} />}
        {canRelist && <RelistItemButton itemId={item.id} onChange={onChange} />}
      </div>
    </section>
  );
}
