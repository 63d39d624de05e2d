import type { CoverView } from '@/lib/features/images/views';
import type { ItemStatus, PriceUnit, Section } from '@/lib/features/items/schemas';
import type { RentalView } from '@/lib/features/rentals/views';
import type { MemberSummary } from '@/lib/features/users/views';
import type { MessageEvent } from './message-event';

export interface RoomItemView {
  id: string;
  section: Section;
  title: string;
  status: ItemStatus;
  priceWon: number | null;
  priceUnit: PriceUnit;
  cover: CoverView | null;
  /** deleted or hidden: 삭제된 물품입니다, no link */
  isGone: boolean;
}

export interface RoomView {
  id: string;
  item: RoomItemView;
  partner: MemberSummary;
  /** the viewer's part: author or inquirer of the item, lender or renter of the thing */
  isAuthor: boolean;
  isLender: boolean;
  /** rental of this room that matters now: the open one, else the last one */
  rental: RentalView | null;
  /** false when the partner has left or is blocked: the thread stays readable */
  canWrite: boolean;
  /** one of the two has blocked the other */
  isBlocked: boolean;
  isBlockedByMe: boolean;
  /** inquirer, item is there, and no open request of theirs */
  canRequestRental: boolean;
  /** author of a CLOSED item */
  canRelist: boolean;
  lastSeq: number;
  readSeq: number;
  /** up to where the partner has read; 0 where one may not write to them because of a block */
  partnerReadSeq: number;
}

/** A line of the list of rooms. */
export interface RoomSummary {
  id: string;
  item: Pick<RoomItemView, 'id' | 'title' | 'cover' | 'isGone'>;
  partner: Pick<MemberSummary, 'id' | 'nickname' | 'avatarUrl'>;
  isLender: boolean;
  last: { kind: 'TEXT' | 'EVENT'; body: string; event: MessageEvent | null; isMine: boolean } | null;
  lastMessageAt: string;
  /** seq of the last message, 0 in an empty room */
  lastSeq: number;
  unread: number;
}
