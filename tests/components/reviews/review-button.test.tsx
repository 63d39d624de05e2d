import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ReviewButton } from '@/components/reviews/review-button';
import type { ReviewView } from '@/lib/features/reviews/views';
import { fine, refused, renderMember } from '@/tests/components/chat/render-member';
import { rentalViewOf } from '@/tests/factories/rental-view';

const rental = rentalViewOf({ status: 'ENDED' });

describe('리뷰 쓰기', () => {
  it('is not there for whoever may not review', () => {
    renderMember(<ReviewButton rental={{ ...rental, canReview: false }} />);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('sends stars and text', async () => {
    const writeReview = jest.fn(() => fine({} as ReviewView));
    const onChange = jest.fn();
    renderMember(<ReviewButton rental={rental} onChange={onChange} />, { writeReview });
    await userEvent.click(screen.getByRole('button', { name: '리뷰 쓰기' }));
    expect(screen.getByRole('radiogroup', { name: '별점' })).toBeInTheDocument();
    await userEvent.click(screen.getByRole('radio', { name: '4점' }));
    await userEvent.type(screen.getByRole('textbox', { name: '내용' }), '깨끗하게 쓰고 돌려주셨어요');
    await userEvent.click(screen.getByRole('button', { name: '리뷰 등록' }));
    await waitFor(() => expect(onChange).toHaveBeenCalled());
    expect(writeReview).toHaveBeenCalledWith({
      rentalId: rental.id,
      stars: 4,
      body: '깨끗하게 쓰고 돌려주셨어요',
      submissionId: expect.any(String),
    });
  });

  it('names what is missing at its field and sends nothing', async () => {
    renderMember(<ReviewButton rental={rental} />);
    await userEvent.click(screen.getByRole('button', { name: '리뷰 쓰기' }));
    await userEvent.click(screen.getByRole('button', { name: '리뷰 등록' }));
    expect(screen.getByRole('radiogroup', { name: '별점' })).toHaveAccessibleDescription(
      '별점을 골라 주세요.',
    );
    expect(screen.getByRole('textbox', { name: '내용' })).toBeInvalid();
  });

  it('keeps what was written when the server refuses', async () => {
    renderMember(<ReviewButton rental={rental} />, { writeReview: () => refused('이미 리뷰를 썼어요.') });
    await userEvent.click(screen.getByRole('button', { name: '리뷰 쓰기' }));
    await userEvent.click(screen.getByRole('radio', { name: '5점' }));
    await userEvent.type(screen.getByRole('textbox', { name: '내용' }), '좋았어요');
    await userEvent.click(screen.getByRole('button', { name: '리뷰 등록' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('이미 리뷰를 썼어요.');
    expect(screen.getByRole('textbox', { name: '내용' })).toHaveValue('좋았어요');
  });
});
