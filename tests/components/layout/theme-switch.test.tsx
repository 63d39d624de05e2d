import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ThemeSwitch } from '@/components/layout/theme-switch';
import { THEME_KEY } from '@/lib/first-script';

beforeEach(() => {
  localStorage.clear();
  document.documentElement.dataset.theme = 'light';
});

it('turns the page dark and keeps the choice', async () => {
  render(<ThemeSwitch label="다크 모드" />);
  const control = screen.getByRole('switch', { name: '다크 모드' });
  expect(control).not.toBeChecked();
  await userEvent.click(control);
  expect(control).toBeChecked();
  expect(document.documentElement.dataset.theme).toBe('dark');
  expect(localStorage.getItem(THEME_KEY)).toBe('dark');
  await userEvent.click(control);
  expect(document.documentElement.dataset.theme).toBe('light');
  expect(localStorage.getItem(THEME_KEY)).toBe('light');
});

it('starts as the page was painted', () => {
  document.documentElement.dataset.theme = 'dark';
  render(<ThemeSwitch label="다크 모드" />);
  expect(screen.getByRole('switch', { name: '다크 모드' })).toBeChecked();
});

it('still switches where storage is closed', async () => {
  const closed = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('denied', 'SecurityError');
  });
  render(<ThemeSwitch label="다크 모드" />);
  await userEvent.click(screen.getByRole('switch', { name: '다크 모드' }));
  expect(document.documentElement.dataset.theme).toBe('dark');
  closed.mockRestore();
});

it('brings the kept theme back to a page that was built without it', () => {
  localStorage.setItem(THEME_KEY, 'dark');
  delete document.documentElement.dataset.theme;
  render(<ThemeSwitch label="다크 모드" />);
  expect(document.documentElement.dataset.theme).toBe('dark');
  expect(screen.getByRole('switch', { name: '다크 모드' })).toBeChecked();
});

describe('with another tab', () => {
  /** What another tab does to the storage that both share. */
  function chooseElsewhere(theme: string) {
    localStorage.setItem(THEME_KEY, theme);
    act(() => void window.dispatchEvent(new StorageEvent('storage', { key: THEME_KEY, newValue: theme })));
  }
  /** It listens once the page is idle. */
  const idle = () => act(() => void jest.advanceTimersByTime(2_000));

  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('follows what is chosen there', () => {
    render(<ThemeSwitch label="다크 모드" />);
    idle();
    chooseElsewhere('dark');
    expect(document.documentElement.dataset.theme).toBe('dark');
    expect(screen.getByRole('switch', { name: '다크 모드' })).toBeChecked();
  });

  it('follows what was chosen there while this page was still busy', () => {
    render(<ThemeSwitch label="다크 모드" />);
    chooseElsewhere('dark');
    idle();
    expect(document.documentElement.dataset.theme).toBe('dark');
    expect(screen.getByRole('switch', { name: '다크 모드' })).toBeChecked();
  });
});
