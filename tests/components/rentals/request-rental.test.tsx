import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fromLocalInput, suggestPeriod, toLocalInput } from '@/components/rentals/local-time';
import { RequestRentalButton } from '@/components/rentals/request-rental-button';
import { fine, refused, renderMember } from '@/tests/components/chat/render-member';
import { ROOM } from '@/tests/factories/messages';
import { rentalViewOf } from '@/tests/factories/rental-view';

const item = { id: rentalViewOf().item.id, title: '전동 드릴' };
const quote = { priceUnit: 'DAY', units: 2, unitPriceWon: 5_000, totalWon: 10_000 } as const;

async function open() {
  await userEvent.click(screen.getByRole('button', { name: '대여 신청' }));
  return { start: screen.getByLabelText('시작'), end: screen.getByLabelText('종료') };
}

describe('the dialog of a rental request', () => {
  it('sends what was typed as moments in UTC', async () => {
    const requestRental = jest.fn(() => fine(rentalViewOf()));
    renderMember(<RequestRentalButton roomId={ROOM} item={item} />, {
      quoteRental: () => fine(quote),
      requestRental,
    });
    const { start, end } = await open();
    fireEvent.change(start, { target: { value: '2026-12-01T10:00' } });
    fireEvent.change(end, { target: { value: '2026-12-03T10:00' } });
    await userEvent.click(screen.getByRole('button', { name: '신청하기' }));
    await waitFor(() =>
      expect(requestRental).toHaveBeenCalledWith({
        roomId: ROOM,
        startsAt: new Date(2026, 11, 1, 10).toISOString(),
        endsAt: new Date(2026, 11, 3, 10).toISOString(),
        submissionId: expect.any(String),
      }),
    );
  });

  it('shows the quote of the server', async () => {
    renderMember(<RequestRentalButton roomId={ROOM} item={item} />, { quoteRental: () => fine(quote) });
    await open();
    const card = screen.getByRole('status', { name: '예상 금액' });
    await waitFor(() => expect(card).toHaveTextContent('2일 × 5,000원합계10,000원'));
  });

  it('puts what is wrong with a date at its field, while it is typed', async () => {
    renderMember(<RequestRentalButton roomId={ROOM} item={item} />, {
      quoteRental: () =>
        refused('입력한 내용을 다시 확인해 주세요.', { endsAt: '대여는 1시간 이상이어야 해요.' }),
    });
    const { start, end } = await open();
    await waitFor(() => expect(end).toHaveAccessibleDescription('대여는 1시간 이상이어야 해요.'));
    expect(end).toBeInvalid();
    expect(start).toBeValid();
  });

  it('stays open with the reason when the request was refused', async () => {
    renderMember(<RequestRentalButton roomId={ROOM} item={item} />, {
      quoteRental: () => fine(quote),
      requestRental: () => refused('이미 검토 중인 신청이 있어요.'),
    });
    await open();
    await userEvent.click(screen.getByRole('button', { name: '신청하기' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('이미 검토 중인 신청이 있어요.');
  });
});

describe('times typed in the reader’s zone', () => {
  it('survive the way to UTC and back', () => {
    expect(toLocalInput(new Date(fromLocalInput('2026-12-31T23:59')))).toBe('2026-12-31T23:59');
  });

  it('stay as typed when they are no time', () => {
    expect(fromLocalInput('')).toBe('');
  });

  it('are suggested on the hour, in the future, for a day', () => {
    expect(suggestPeriod(new Date(2026, 10, 3, 9, 20))).toEqual({
      startsAt: '2026-11-03T11:00',
      endsAt: '2026-11-04T11:00',
    });
  });
});
