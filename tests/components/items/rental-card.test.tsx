import { screen } from '@testing-library/react';
import { RentalCard } from '@/components/rentals/rental-card';
import type { RentalView } from '@/lib/features/rentals/views';
import { renderPage } from './render-page';

const HOUR_MS = 3_600_000;
const rental: RentalView = {
  id: '00000000-0000-4000-8000-000000000001',
  roomId: '00000000-0000-4000-8000-000000000002',
  item: { id: '00000000-0000-4000-8000-000000000003', title: '전동드릴', cover: null, isGone: false },
  status: 'ACTIVE',
  startsAt: new Date(Date.now() - 30 * HOUR_MS).toISOString(),
  endsAt: new Date(Date.now() + 5 * HOUR_MS + 30_000).toISOString(),
  expiresAt: new Date().toISOString(),
  endedAt: null,
  priceUnit: 'DAY',
  units: 2,
  unitPriceWon: 5_000,
  totalWon: 10_000,
  isLender: false,
  isAuthor: false,
  partner: { id: '00000000-0000-4000-8000-000000000004', nickname: '강남이웃', avatarUrl: null },
  isOverdue: false,
  moves: [],
  canReview: false,
  isTaken: false,
  canRelist: false,
  hasReviewed: false,
};

describe('the card of a rental', () => {
  it('says how it stands, with whom, for how much, and the time from now to its end', () => {
    const { container } = renderPage(<RentalCard rental={rental} />);
    expect(container).toHaveTextContent('대여 중');
    expect(screen.getByRole('link', { name: '전동드릴' })).toHaveAttribute(
      'href',
      `/items/${rental.item.id}`,
    );
    expect(screen.getByRole('link', { name: '강남이웃' })).toHaveAttribute(
      'href',
      `/users/${rental.partner.id}`,
    );
    expect(container).toHaveTextContent('10,000원');
    expect(container).toHaveTextContent('5,000원 × 2일');
    expect(container).toHaveTextContent('5시간 남음');
  });

  it('says that it is late, and by how much', () => {
    const endsAt = new Date(Date.now() - 2 * HOUR_MS - 30_000).toISOString();
    const { container } = renderPage(<RentalCard rental={{ ...rental, endsAt, isOverdue: true }} />);
    expect(container).toHaveTextContent('대여 중 · 반납 기한 지남');
    expect(container).toHaveTextContent('2시간 지남');
  });

  it('leads neither to a deleted item nor to a member who has left', () => {
    const gone = {
      ...rental,
      status: 'ENDED' as const,
      item: { ...rental.item, isGone: true },
      partner: { ...rental.partner, nickname: null },
    };
    const { container } = renderPage(<RentalCard rental={gone} />);
    expect(container).toHaveTextContent('삭제된 물품입니다');
    expect(container).toHaveTextContent('탈퇴유저');
    expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
      `/chats/${rental.roomId}`,
    ]);
    expect(container).not.toHaveTextContent('남음');
  });

  it('names no sum that is still to be agreed', () => {
    const open = { ...rental, unitPriceWon: null, totalWon: null };
    const { container } = renderPage(<RentalCard rental={open} />);
    expect(container).toHaveTextContent('가격 협의');
    expect(container).not.toHaveTextContent('원 ×');
  });
});
