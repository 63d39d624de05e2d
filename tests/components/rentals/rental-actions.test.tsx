import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RentalActions } from '@/components/rentals/rental-actions';
import type { RentalStatus } from '@/lib/features/rentals/rental-state';
import { fine, refused, renderMember } from '@/tests/components/chat/render-member';
import { rentalViewOf } from '@/tests/factories/rental-view';

const names = () => screen.queryAllByRole('button').map((button) => button.textContent);

describe('the buttons of a rental', () => {
  const CASES: [string, RentalStatus, { isAuthor: boolean; isLender: boolean }, string[]][] = [
    ['author of a request', 'REQUESTED', { isAuthor: true, isLender: true }, ['수락', '거절']],
    ['inquirer of a request', 'REQUESTED', { isAuthor: false, isLender: false }, ['신청 취소']],
    ['lender of a booking', 'ACCEPTED', { isAuthor: true, isLender: true }, ['예약 취소', '물건 건넸어요']],
    ['renter of a booking', 'ACCEPTED', { isAuthor: false, isLender: false }, ['예약 취소']],
    ['lender of a running one', 'ACTIVE', { isAuthor: true, isLender: true }, ['대여 종료하기']],
    ['renter of a running one', 'ACTIVE', { isAuthor: false, isLender: false }, []],
    ['inquirer who lends (빌려요)', 'ACTIVE', { isAuthor: false, isLender: true }, ['대여 종료하기']],
    ['lender of one that ended', 'ENDED', { isAuthor: true, isLender: true }, []],
  ];

  it.each(CASES)('%s: exactly what they may do', (_who, status, party, expected) => {
    renderMember(<RentalActions rental={rentalViewOf({ status, ...party })} />);
    expect(names()).toEqual(expected);
  });

  it('accepts once for a double click', async () => {
    const acceptRental = jest.fn(() => fine(rentalViewOf({ status: 'ACCEPTED' })));
    const onChange = jest.fn();
    renderMember(<RentalActions rental={rentalViewOf()} onChange={onChange} />, { acceptRental });
    const button = screen.getByRole('button', { name: '수락' });
    fireEvent.click(button);
    fireEvent.click(button);
    await waitFor(() => expect(onChange).toHaveBeenCalledTimes(1));
    expect(acceptRental).toHaveBeenCalledTimes(1);
  });

  it('says why a move was refused, in the page', async () => {
    const acceptRental = () => refused('그 기간에는 이미 확정된 대여가 있어요.');
    renderMember(<RentalActions rental={rentalViewOf()} />, { acceptRental });
    await userEvent.click(screen.getByRole('button', { name: '수락' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('그 기간에는 이미 확정된 대여가 있어요.');
    expect(screen.getByRole('button', { name: '수락' })).toBeEnabled();
  });

  it('says so when the server cannot be reached', async () => {
    renderMember(<RentalActions rental={rentalViewOf()} />, {
      acceptRental: () => Promise.reject(new Error('Failed to fetch')),
    });
    await userEvent.click(screen.getByRole('button', { name: '수락' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('서버에 닿지 못했어요.');
  });

  it('rejects at one press', async () => {
    const rejectRental = jest.fn(() => fine(rentalViewOf({ status: 'REJECTED' })));
    renderMember(<RentalActions rental={rentalViewOf()} />, { rejectRental });
    await userEvent.click(screen.getByRole('button', { name: '거절' }));
    const asked = { rentalId: rentalViewOf().id, submissionId: expect.any(String) };
    await waitFor(() => expect(rejectRental).toHaveBeenCalledWith(asked));
  });

  it('asks before a booking is cancelled', async () => {
    const cancelRental = jest.fn(() => fine(rentalViewOf({ status: 'CANCELLED' })));
    renderMember(<RentalActions rental={rentalViewOf({ status: 'ACCEPTED' })} />, { cancelRental });
    await userEvent.click(screen.getByRole('button', { name: '예약 취소' }));
    expect(cancelRental).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: '예약 취소하기' }));
    await waitFor(() => expect(cancelRental).toHaveBeenCalledTimes(1));
  });
});
