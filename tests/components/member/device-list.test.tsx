import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DeviceList } from '@/components/account/device-list';
import { DONE, type FormAction } from '@/lib/next/form-state';
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

const NOW = '2026-11-26T03:00:00.000Z';
const session = (id: string, browser: string, usedAt = NOW) => ({
  id,
  browser,
  startedAt: '2026-11-20T03:00:00.000Z',
  usedAt,
});

function show(props: Partial<Parameters<typeof DeviceList>[0]> = {}) {
  const ended: string[] = [];
  const logOutDevice: FormAction = async (_, form) => {
    ended.push(`${form.get('sessionId')} ${form.get('currentPassword')}`);
    return DONE;
  };
  renderWithMessages(
    <DeviceList
      viewerId="me"
      sessions={[
        session('there', 'Safari · iPhone', '2026-11-24T03:00:00.000Z'),
        session('here', 'Chrome · Windows'),
      ]}
      currentId="here"
      now={NOW}
      hasPassword
      logOut={async () => undefined}
      logOutDevice={logOutDevice}
      {...props}
    />,
  );
  return { ended, rows: () => screen.queryAllByRole('listitem').map(({ textContent }) => textContent) };
}

describe('로그인한 기기', () => {
  it('shows this one first, and of each since when and when it was last used', () => {
    const { rows } = show();
    expect(rows()).toEqual([
      'Chrome · Windows이 기기2026년 11월 20일에 로그인마지막 사용: 오늘로그아웃',
      'Safari · iPhone2026년 11월 20일에 로그인마지막 사용: 2일 전로그아웃',
    ]);
  });

  it('every button says which one it is for', async () => {
    const { ended } = show();
    screen.getByRole('button', { name: '로그아웃: Chrome · Windows, 2026년 11월 20일에 로그인' });
    await userEvent.click(
      screen.getByRole('button', { name: '로그아웃: Safari · iPhone, 2026년 11월 20일에 로그인' }),
    );
    const dialog = screen.getByRole('dialog', { name: 'Safari · iPhone에서 로그아웃할까요?' });
    await userEvent.type(within(dialog).getByLabelText('비밀번호 확인'), 'Demo!2345');
    await userEvent.click(within(dialog).getByRole('button', { name: '로그아웃' }));
    expect(ended).toEqual(['there Demo!2345']);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('asks a member without a password for none', async () => {
    const { ended } = show({ hasPassword: false });
    await userEvent.click(screen.getByRole('button', { name: /Safari/ }));
    expect(screen.queryByLabelText('비밀번호 확인')).toBeNull();
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '로그아웃' }));
    expect(ended).toEqual(['there null']);
  });

  it('says so where there is none, only this one, or one that is not listed', () => {
    const { rows } = show({ sessions: [] });
    expect(rows()).toEqual([]);
    screen.getByText('아직 보여 줄 기기가 없어요. 다음에 로그인하면 여기에 보여요.');
    show({ sessions: [session('here', '')] });
    screen.getByText('알 수 없는 브라우저');
    screen.getByText('다른 기기에서는 로그인하지 않았어요.');
    show({ currentId: undefined });
    screen.getByText('이 기기는 예전에 로그인해서 목록에 없어요. 다시 로그인하면 보여요.');
  });
});
