/** What an event message tells; kept as JSON with the message and worded by whoever shows it. */
export interface MessageEvent {
  type:
    | 'RENTAL_REQUESTED'
    | 'RENTAL_ACCEPTED'
    | 'RENTAL_REJECTED'
    | 'RENTAL_CANCELLED'
    | 'RENTAL_EXPIRED'
    | 'RENTAL_STARTED'
    | 'RENTAL_ENDED'
    | 'REVIEW_WRITTEN';
  rentalId: string;
  /** ISO 8601, UTC */
  startsAt: string;
  endsAt: string;
  totalWon: number | null;
  reason?: string;
}
