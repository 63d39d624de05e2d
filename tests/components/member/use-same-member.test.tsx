import { renderHook } from '@testing-library/react';
import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime';
import { MEMBER_KEY, useSameMember } from '@/components/member/use-same-member';
import { createRouter } from '@/tests/support/render-with-messages';

const router = createRouter();
const { refresh } = router;

const ME = 'me';

const signedIn = () =>
  renderHook(() => useSameMember(ME), {
    wrapper: ({ children }) => <AppRouterContext value={router}>{children}</AppRouterContext>,
  });

/** What another tab did to the storage that both share. */
function otherTab(value: string | null) {
  if (value === null) localStorage.removeItem(MEMBER_KEY);
  else localStorage.setItem(MEMBER_KEY, value);
  window.dispatchEvent(new StorageEvent('storage', { key: MEMBER_KEY, newValue: value }));
}

/** It listens once the page is idle. */
const idle = () => jest.advanceTimersByTime(2_000);

beforeEach(() => {
  jest.useFakeTimers();
  localStorage.clear();
  refresh.mockClear();
});
afterEach(() => jest.useRealTimers());

it('asks the server again who is here once another tab logged out', () => {
  signedIn();
  idle();
  otherTab(null);
  expect(refresh).toHaveBeenCalledTimes(1);
});

it('asks again once another tab signed in as somebody else', () => {
  signedIn();
  idle();
  otherTab('somebody');
  expect(refresh).toHaveBeenCalledTimes(1);
});

it('asks again when that happened before this tab came to listen', () => {
  signedIn();
  otherTab('somebody');
  expect(refresh).not.toHaveBeenCalled();
  idle();
  expect(refresh).toHaveBeenCalledTimes(1);
});

it('does not listen once it is gone', () => {
  const { unmount } = signedIn();
  unmount();
  idle();
  otherTab('somebody');
  expect(refresh).not.toHaveBeenCalled();
});

it('stays as it is when another tab opens as the same member', () => {
  signedIn();
  otherTab(ME);
  idle();
  otherTab(ME);
  window.dispatchEvent(new StorageEvent('storage', { key: 'another', newValue: null }));
  expect(refresh).not.toHaveBeenCalled();
});

it('tells the other tabs by who is signed in here, and that nobody is any more', () => {
  const { unmount } = signedIn();
  expect(localStorage.getItem(MEMBER_KEY)).toBe(ME);
  unmount();
  expect(localStorage.getItem(MEMBER_KEY)).toBeNull();
});

it('leaves alone what a newer member wrote', () => {
  const { unmount } = signedIn();
  otherTab('somebody');
  unmount();
  expect(localStorage.getItem(MEMBER_KEY)).toBe('somebody');
});

it('works where storage is closed', () => {
  const closed = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('denied', 'SecurityError');
  });
  expect(() => signedIn()).not.toThrow();
  closed.mockRestore();
});
