import type { ItemStatus, PriceUnit } from '@/lib/features/items/schemas';
import { effectiveStatus } from './effective-status';
import { movesOf, type RentalStatus } from './rental-state';
import type { RentalView } from './views';

/** A row of "Rental" as JSON (`to_jsonb`). */
export interface RentalJson {
  id: string;
  itemId: string;
  roomId: string;
  authorId: string;
  inquirerId: string;
  lenderId: string;
  renterId: string;
  status: RentalStatus;
  startsAt: string;
  endsAt: string;
  expiresAt: string;
  endedAt: string | null;
  priceUnit: PriceUnit;
  units: number;
  unitPriceWon: number | null;
  totalWon: number | null;
}

export interface RentalFacts {
  rental: RentalJson;
  item: RentalView['item'];
  partner: RentalView['partner'];
  itemStatus: ItemStatus;
  /** a booked or running rental of the item overlaps this one */
  isTaken: boolean;
  hasReviewed: boolean;
}

/** A rental as one of its two people sees it at this moment. */
export function toRentalView(facts: RentalFacts, viewerId: string, now: Date): RentalView {
  const { rental, item, partner, itemStatus, hasReviewed } = facts;
  const { id, roomId, priceUnit, units, unitPriceWon, totalWon, endedAt } = rental;
  const party = { isAuthor: rental.authorId === viewerId, isLender: rental.lenderId === viewerId };
  const startsAt = new Date(rental.startsAt);
  const endsAt = new Date(rental.endsAt);
  const expiresAt = new Date(rental.expiresAt);
  // Another rental of the item may be running.
  const isItemRented = itemStatus === 'RENTED';
  const status = effectiveStatus({ status: rental.status, startsAt, expiresAt }, isItemRented, now);
  const isTaken = status === 'REQUESTED' && facts.isTaken;
  const hasPartner = partner.nickname !== null;
  return {
    id,
    roomId,
    item: { id: item.id, title: item.title, cover: item.cover, isGone: item.isGone },
    status,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    endedAt: endedAt && new Date(endedAt).toISOString(),
    priceUnit,
    units,
    unitPriceWon,
    totalWon,
    ...party,
    partner: { id: partner.id, nickname: partner.nickname, avatarUrl: partner.avatarUrl },
    isOverdue: status === 'ACTIVE' && endsAt <= now,
    moves: movesOf(status, party),
    isTaken,
    canRelist: party.isAuthor && itemStatus === 'CLOSED' && !item.isGone,
    canReview: status === 'ENDED' && !hasReviewed && hasPartner,
    hasReviewed,
  };
}
