import { screen } from '@testing-library/react';
import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime';
import type { ComponentProps } from 'react';
import { RoomPane } from '@/components/chat/room-pane';
import type { RoomView } from '@/lib/features/chat/views';
import { RENTAL_STATUSES, type RentalStatus } from '@/lib/features/rentals/rental-state';
import { messageOf, PARTNER, ROOM } from '@/tests/factories/messages';
import { rentalViewOf } from '@/tests/factories/rental-view';
import { renderMember } from './render-member';

type Router = NonNullable<ComponentProps<typeof AppRouterContext.Provider>['value']>;

const TEXTS = ['국민은행 123456-04-123456', '공일공 일이삼사 오육칠팔'];
/** From the booking on the two have agreed, and numbers are wanted. */
const MARKED: Record<RentalStatus, boolean> = {
  REQUESTED: true,
  ACCEPTED: false,
  REJECTED: true,
  CANCELLED: true,
  EXPIRED: true,
  ACTIVE: false,
  ENDED: false,
};

function roomOf(status: RentalStatus | null): RoomView {
  return {
    id: ROOM,
    item: {
      id: '00000000-0000-7000-8000-0000000000dd',
      section: 'OFFER',
      title: '전동 드릴',
      status: 'AVAILABLE',
      priceWon: 5_000,
      priceUnit: 'DAY',
      cover: null,
      isGone: false,
    },
    partner: {
      id: PARTNER,
      nickname: '은빛이웃',
      avatarUrl: null,
      region: null,
      score: null,
      band: 'none',
      reviewCount: 0,
    },
    isAuthor: true,
    isLender: true,
    rental: status && rentalViewOf({ status }),
    canWrite: true,
    isBlocked: false,
    isBlockedByMe: false,
    canRequestRental: false,
    canRelist: false,
    lastSeq: TEXTS.length,
    readSeq: TEXTS.length,
    partnerReadSeq: 0,
  };
}

function marksIn(status: RentalStatus | null): number {
  const messages = TEXTS.map((body, index) => messageOf(index + 1, { body }));
  const router = { refresh: jest.fn(), push: jest.fn(), prefetch: jest.fn() } as unknown as Router;
  renderMember(
    <AppRouterContext.Provider value={router}>
      <RoomPane roomId={ROOM} start={{ room: roomOf(status), messages }} />
    </AppRouterContext.Provider>,
  );
  return screen.getByRole('log', { name: '대화 내용' }).querySelectorAll('mark').length;
}

describe('a room', () => {
  it('marks numbers of the partner while nothing was ever asked for', () => {
    expect(marksIn(null)).toBe(TEXTS.length);
  });

  it.each(RENTAL_STATUSES)('marks them before a booking and not after: %s', (status) => {
    expect(marksIn(status)).toBe(MARKED[status] ? TEXTS.length : 0);
  });
});
