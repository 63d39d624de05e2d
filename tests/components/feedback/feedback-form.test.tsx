import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FeedbackForm } from '@/components/feedback/feedback-form';
import { DONE, type FormState } from '@/lib/next/form-state';
import account from '@/messages/ko/account.json';
import { renderWithMessages } from '@/tests/support/render-with-messages';

const ID = '00000000-0000-4000-8000-000000000001';
const OTHER_ID = '00000000-0000-4000-8000-000000000002';
const { subject, body, button } = account.feedback;

it('sends the same id again after silence, and the one it is given once that was sent before', async () => {
  const sent: FormData[] = [];
  const action = jest.fn(async (_: FormState, form: FormData): Promise<FormState> => {
    sent.push(form);
    if (sent.length === 1) throw new Error('Failed to fetch');
    return sent.length === 2
      ? { message: '앞서 보냈어요.', fields: {}, values: { submissionId: OTHER_ID } }
      : DONE;
  });
  renderWithMessages(<FeedbackForm action={action} submissionId={ID} />);
  await userEvent.type(screen.getByLabelText(subject), '제목');
  await userEvent.type(screen.getByLabelText(body), '내용');
  for (let press = 0; press < 3; press += 1) {
    await userEvent.click(await screen.findByRole('button', { name: button }));
  }
  expect(await screen.findByRole('status')).toBeVisible();
  expect(sent.map((form) => form.get('submissionId'))).toEqual([ID, ID, OTHER_ID]);
  expect(sent.map((form) => form.get('body'))).toEqual(['내용', '내용', '내용']);
});
