import { movesOf } from '@/lib/features/rentals/rental-state';
import type { RentalView } from '@/lib/features/rentals/views';
import { PARTNER, ROOM } from './messages';

/** A rental of an OFFER as its author, who lends, sees it; `moves` follow from the state unless told otherwise. */
export function rentalViewOf(overrides: Partial<RentalView> = {}): RentalView {
  const { status = 'REQUESTED', isAuthor = true, isLender = true } = overrides;
  return {
    id: '00000000-0000-7000-8000-0000000000cc',
    roomId: ROOM,
    item: { id: '00000000-0000-7000-8000-0000000000dd', title: '전동 드릴', cover: null, isGone: false },
    status,
    startsAt: '2026-11-03T04:00:00.000Z',
    endsAt: '2026-11-05T04:00:00.000Z',
    expiresAt: '2026-11-03T04:00:00.000Z',
    endedAt: null,
    isLender,
    isAuthor,
    partner: { id: PARTNER, nickname: '은빛이웃', avatarUrl: null },
    isOverdue: false,
    moves: movesOf(status, { isAuthor, isLender }),
    isTaken: false,
    canRelist: false,
    canReview: status === 'ENDED',
    hasReviewed: false,
    priceUnit: 'DAY',
    units: 2,
    unitPriceWon: 5_000,
    totalWon: 10_000,
    ...overrides,
  };
}
