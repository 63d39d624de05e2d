import type { CoverView } from '@/lib/features/images/views';
import type { PriceUnit } from '@/lib/features/items/schemas';
import type { RentalMove, RentalStatus } from './rental-state';

export interface QuoteView {
  priceUnit: PriceUnit;
  /** begun units count whole */
  units: number;
  /** null: 가격 협의 */
  unitPriceWon: number | null;
  totalWon: number | null;
}

/** A rental as one of its two people sees it. Times are ISO 8601 in UTC. */
export interface RentalView extends QuoteView {
  id: string;
  roomId: string;
  item: { id: string; title: string; cover: CoverView | null; isGone: boolean };
  status: RentalStatus;
  startsAt: string;
  endsAt: string;
  expiresAt: string;
  endedAt: string | null;
  isLender: boolean;
  isAuthor: boolean;
  partner: { id: string; nickname: string | null; avatarUrl: string | null };
  /** ACTIVE and past its end */
  isOverdue: boolean;
  /** what the viewer may do with it now */
  moves: RentalMove[];
  /** REQUESTED, and another rental of the item has been booked for a part of its time: accepting it is refused as long */
  isTaken: boolean;
  /** the item is CLOSED and the viewer's own */
  canRelist: boolean;
  canReview: boolean;
  hasReviewed: boolean;
}
