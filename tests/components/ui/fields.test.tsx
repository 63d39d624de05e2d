import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Checkbox } from '@/components/ui/checkbox';
import { PasswordField } from '@/components/ui/password-field';
import { RadioGroup } from '@/components/ui/radio-group';
import { SelectField } from '@/components/ui/select-field';
import { Switch } from '@/components/ui/switch';
import { TextField } from '@/components/ui/text-field';
import { TextareaField } from '@/components/ui/textarea-field';
import { renderUi } from './render-ui';

const FIELDS = [
  ['a text field', 'textbox', <TextField key="f" label="제목" hint="짧게" error="너무 길어요" />],
  ['a text area', 'textbox', <TextareaField key="f" label="제목" hint="짧게" error="너무 길어요" />],
  ['a select', 'combobox', <SelectField key="f" label="제목" hint="짧게" error="너무 길어요" options={[]} />],
  ['a checkbox', 'checkbox', <Checkbox key="f" label="제목" hint="짧게" error="너무 길어요" />],
  ['a switch', 'switch', <Switch key="f" label="제목" hint="짧게" error="너무 길어요" />],
  [
    'a radio group',
    'radiogroup',
    <RadioGroup key="f" name="n" label="제목" hint="짧게" error="너무 길어요" options={[]} />,
  ],
] as const;

describe.each(FIELDS)('%s', (_, role, field) => {
  it('is named by its visible label and described by its error, then its hint', () => {
    renderUi(field);
    const control = screen.getByRole(role, { name: '제목' });
    expect(control).toHaveAttribute('aria-invalid', 'true');
    expect(control).toHaveAccessibleDescription('너무 길어요 짧게');
  });
});

it('a field without fault is not marked invalid and has no empty description', () => {
  renderUi(<TextField label="제목" />);
  const control = screen.getByRole('textbox', { name: '제목' });
  expect(control).not.toHaveAttribute('aria-invalid');
  expect(control).not.toHaveAttribute('aria-describedby');
});

it('the word for optional stays out of the name', () => {
  renderUi(<TextField label="가격" isOptional />);
  expect(screen.getByText('선택')).toBeVisible();
  expect(screen.getByRole('textbox')).toHaveAccessibleName('가격');
});

it('two fields of one label have texts of their own', () => {
  renderUi(
    <>
      <TextField label="제목" error="첫째" />
      <TextField label="제목" error="둘째" />
    </>,
  );
  const [first, second] = screen.getAllByRole('textbox');
  expect(first).toHaveAccessibleDescription('첫째');
  expect(second).toHaveAccessibleDescription('둘째');
});

it('a password is shown and hidden again on request', async () => {
  renderUi(<PasswordField label="비밀번호" />);
  const field = screen.getByLabelText('비밀번호');
  const reveal = screen.getByRole('button', { name: '글자 보기' });
  expect(field).toHaveAttribute('type', 'password');
  await userEvent.click(reveal);
  expect(field).toHaveAttribute('type', 'text');
  expect(reveal).toHaveAttribute('aria-pressed', 'true');
  await userEvent.click(reveal);
  expect(field).toHaveAttribute('type', 'password');
});

it('a switch posts like a checkbox and is turned by its label', async () => {
  renderUi(
    <form aria-label="양식">
      <Switch label="반납 후 자동으로 다시 등록" name="relist" />
    </form>,
  );
  const form = screen.getByRole<HTMLFormElement>('form');
  expect(new FormData(form).get('relist')).toBeNull();
  await userEvent.click(screen.getByText('반납 후 자동으로 다시 등록'));
  expect(screen.getByRole('switch')).toBeChecked();
  expect(new FormData(form).get('relist')).toBe('on');
});
