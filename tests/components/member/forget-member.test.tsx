import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Component, type ReactNode } from 'react';
import { AskedButton } from '@/components/account/asked-button';
import { DeviceList } from '@/components/account/device-list';
import { renderWithMessages } from '@/tests/support/render-with-messages';

// jsdom knows the element but not how to open it; the browser tests see the real one.
beforeAll(() => {
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
  };
});

beforeEach(() => {
  localStorage.setItem('outbox/me/room/one', '{}');
  localStorage.setItem('outbox/other/room/two', '{}');
  localStorage.setItem('theme', 'dark');
  sessionStorage.setItem('item-draft:me', '{}');
  sessionStorage.setItem('feed:abc', '{}');
});

const kept = () => [...Object.keys(localStorage), ...Object.keys(sessionStorage)].sort();
const ALL = ['feed:abc', 'item-draft:me', 'outbox/me/room/one', 'outbox/other/room/two', 'theme'];
const OTHERS = ['outbox/other/room/two', 'theme'];

const NOW = '2026-11-26T03:00:00.000Z';

it('logging out of this device forgets what is the member’s, and leaves the rest', async () => {
  renderWithMessages(
    <DeviceList
      viewerId="me"
      sessions={[{ id: 'here', browser: 'Chrome · Windows', startedAt: NOW, usedAt: NOW }]}
      currentId="here"
      now={NOW}
      hasPassword
      logOut={async () => undefined}
      logOutDevice={async (state) => state}
    />,
  );
  expect(kept()).toEqual(ALL);
  await userEvent.click(screen.getByRole('button', { name: /^로그아웃/ }));
  expect(kept()).toEqual(OTHERS);
});

/** What the framework puts around a page: a redirect ends there. */
class Edge extends Component<{ children: ReactNode }> {
  override state = { hasLeft: false };
  static getDerivedStateFromError() {
    return { hasLeft: true };
  }
  override render() {
    return this.state.hasLeft ? <p>elsewhere</p> : this.props.children;
  }
}

describe.each([
  ['withdraw', '회원 탈퇴', '탈퇴하기'],
  ['devices', '모든 기기에서 로그아웃', '모든 기기에서 로그아웃'],
] as const)('%s', (words, button, confirm) => {
  async function press(action: () => Promise<never>) {
    renderWithMessages(
      <Edge>
        <AskedButton words={words} viewerId="me" action={action} />
      </Edge>,
    );
    await userEvent.click(screen.getByRole('button', { name: button }));
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: confirm }));
  }

  it('forgets nothing while it is refused', async () => {
    await press(() => Promise.reject(new Error('offline')));
    await screen.findByRole('alert');
    expect(kept()).toEqual(ALL);
  });

  it('forgets what is the member’s once it is done, and leaves the rest', async () => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    await press(() => Promise.reject(Object.assign(new Error(), { digest: 'NEXT_REDIRECT;push;/;303;' })));
    await screen.findByText('elsewhere');
    expect(kept()).toEqual(OTHERS);
  });
});
