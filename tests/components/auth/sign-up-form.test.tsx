import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SignUpForm } from '@/components/auth/sign-up-form';
import type { FormState } from '@/lib/next/form-state';
import { renderWithMessages } from '@/tests/support/render-with-messages';

const provinces = [
  {
    code: '11',
    name: '서울특별시',
    nameEn: 'Seoul',
    shortName: '서울',
    regions: [
      { code: '11140', name: '중구', nameEn: 'Jung-gu' },
      { code: '11680', name: '강남구', nameEn: 'Gangnam-gu' },
    ],
  },
  {
    code: '36',
    name: '세종특별자치시',
    nameEn: 'Sejong',
    shortName: '세종',
    regions: [{ code: '36110', name: '세종시', nameEn: 'Sejong-si' }],
  },
];

function setUp(answer: (form: FormData) => Promise<FormState>) {
  const action = jest.fn((_: FormState, form: FormData) => answer(form));
  renderWithMessages(<SignUpForm action={action} provinces={provinces} returnTo="/items/new" />);
  return action;
}

const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name, { exact: true });
const press = () => userEvent.click(screen.getByRole('button', { name: '회원가입' }));
const refused = async (): Promise<FormState> => ({
  message: null,
  fields: { password: '약해요.', nickname: '이미 있어요.' },
  values: {},
});

it('sends what was typed, with the way back', async () => {
  const action = setUp(refused);
  await userEvent.type(field('이메일'), 'a@example.com');
  await userEvent.type(field('비밀번호'), 'Abcd!2345');
  await userEvent.type(field('비밀번호 확인'), 'Abcd!2345');
  await userEvent.type(field('닉네임'), '이웃');
  await userEvent.selectOptions(field('시/도'), '서울특별시');
  await userEvent.selectOptions(field('시/군/구'), '강남구');
  await press();
  expect(Object.fromEntries(action.mock.calls[0]?.[1] ?? [])).toEqual({
    next: '/items/new',
    email: 'a@example.com',
    password: 'Abcd!2345',
    passwordConfirm: 'Abcd!2345',
    nickname: '이웃',
    provinceCode: '11',
    regionCode: '11680',
  });
});

it('keeps everything after a refusal, the password too, and goes to the first wrong field', async () => {
  setUp(refused);
  await userEvent.type(field('이메일'), 'a@example.com');
  await userEvent.type(field('비밀번호'), 'weak');
  await userEvent.selectOptions(field('시/도'), '서울특별시');
  await press();
  expect(await screen.findByText('약해요.')).toBeVisible();
  expect(field('비밀번호')).toHaveFocus();
  expect(field('비밀번호')).toHaveAccessibleDescription(expect.stringContaining('약해요.'));
  expect(field('닉네임')).toHaveAttribute('aria-invalid', 'true');
  expect(field('이메일')).toHaveValue('a@example.com');
  expect(field('비밀번호')).toHaveValue('weak');
  expect(field('시/도')).toHaveValue('11');
});

it('takes back what it said of a field as soon as that is changed', async () => {
  setUp(refused);
  await press();
  await screen.findByText('약해요.');
  await userEvent.type(field('비밀번호'), 'x');
  expect(screen.queryByText('약해요.')).toBeNull();
  expect(screen.getByText('이미 있어요.')).toBeVisible();
});

it('sends once, however often the button is pressed', async () => {
  let answer: (state: FormState) => void = () => undefined;
  const action = setUp(
    () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
  );
  await userEvent.dblClick(screen.getByRole('button', { name: '회원가입' }));
  await userEvent.type(field('이메일'), '{Enter}');
  expect(action).toHaveBeenCalledTimes(1);
  expect(screen.getByRole('button', { name: '회원가입' })).toBeDisabled();
  answer({ message: '지금은 안 돼요.', fields: {}, values: {} });
  expect(await screen.findByRole('alert')).toHaveTextContent('지금은 안 돼요.');
});

it('says so when the connection is lost, and keeps what was typed', async () => {
  setUp(() => Promise.reject(new TypeError('fetch failed')));
  await userEvent.type(field('이메일'), 'a@example.com');
  await press();
  expect(await screen.findByRole('alert')).toHaveTextContent('연결되지 않아');
  expect(field('이메일')).toHaveValue('a@example.com');
});

it('offers only the districts of the 시/도, and takes the only one there is', async () => {
  setUp(refused);
  await userEvent.selectOptions(field('시/도'), '서울특별시');
  const names = () =>
    within(field('시/군/구'))
      .getAllByRole('option')
      .map((option) => option.textContent);
  expect(names()).toEqual(['시/군/구 선택', '중구', '강남구']);
  await userEvent.selectOptions(field('시/군/구'), '중구');
  await userEvent.selectOptions(field('시/도'), '세종특별자치시');
  expect(names()).toEqual(['세종시']);
  expect(field('시/군/구')).toHaveValue('36110');
});
