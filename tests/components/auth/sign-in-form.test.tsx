import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SignInForm } from '@/components/auth/sign-in-form';
import { renderWithMessages } from '@/tests/support/render-with-messages';

it('tells a wrong sign-in without saying what was wrong, and waits in the password', async () => {
  const action = jest.fn(async () => ({ message: '맞지 않아요.', fields: {}, values: {} }));
  renderWithMessages(<SignInForm action={action} returnTo="/" />);
  await userEvent.type(screen.getByLabelText('이메일'), 'a@example.com');
  await userEvent.type(screen.getByLabelText('비밀번호'), 'Wrong!234{Enter}');
  expect(await screen.findByRole('alert')).toHaveTextContent('맞지 않아요.');
  expect(screen.getByLabelText('비밀번호')).toHaveFocus();
  expect(screen.getByLabelText('비밀번호')).toHaveValue('Wrong!234');
  expect(screen.getByLabelText('이메일')).not.toHaveAttribute('aria-invalid');
});

it('takes what is pasted and what a password manager fills in', async () => {
  const action = jest.fn(async () => ({ message: null, fields: {}, values: {} }));
  renderWithMessages(<SignInForm action={action} returnTo="/" />);
  const [email, password] = [screen.getByLabelText('이메일'), screen.getByLabelText('비밀번호')];
  expect(email).toHaveAttribute('autocomplete', 'username');
  expect(password).toHaveAttribute('autocomplete', 'current-password');
  for (const [field, text] of [
    [email, 'a@example.com'],
    [password, 'Langes Kennwort!2345'],
  ] as const) {
    await userEvent.click(field);
    await userEvent.paste(text);
    expect(field).toHaveValue(text);
  }
});
