import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ScoreBadge } from '@/components/members/score-badge';
import { StarInput } from '@/components/ui/star-input';
import { renderUi } from './render-ui';

it('offers 1점 to 5점 in a radio group, and posts the number chosen', async () => {
  const onValueChange = jest.fn();
  renderUi(
    <form aria-label="리뷰">
      <StarInput name="stars" label="별점" onValueChange={onValueChange} />
    </form>,
  );
  expect(screen.getByRole('radiogroup', { name: '별점' })).toBeVisible();
  expect(screen.getAllByRole('radio').map((radio) => radio.closest('label')?.textContent)).toEqual([
    '1점',
    '2점',
    '3점',
    '4점',
    '5점',
  ]);
  await userEvent.click(screen.getByRole('radio', { name: '4점' }));
  expect(onValueChange).toHaveBeenCalledWith(4);
  expect(new FormData(screen.getByRole<HTMLFormElement>('form')).get('stars')).toBe('4');
});

it('starts with no star chosen and refuses an empty post', () => {
  renderUi(<StarInput name="stars" label="별점" />);
  for (const radio of screen.getAllByRole('radio')) {
    expect(radio).not.toBeChecked();
    expect(radio).toBeRequired();
  }
});

it.each([
  [100, '100점', 'accent'],
  [80, '80점', 'accent'],
  [79, '79점', 'info'],
  [60, '60점', 'info'],
  [59, '59점', 'warn'],
  [31, '31점', 'warn'],
  [30, '30점', 'danger'],
  [0, '0점', 'danger'],
  [null, '없음', 'sunken'],
])('a score of %s is shown as %s in its band', (score, text, tone) => {
  const { container } = renderUi(<ScoreBadge score={score} />);
  expect(container).toHaveTextContent(text);
  expect(container.firstElementChild?.className).toContain(`bg-${tone}`);
});
