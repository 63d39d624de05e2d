import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { BookmarkButton, type SetBookmark } from '@/components/items/bookmark-button';
import { takeToasts } from '@/components/ui/toast';
import { renderPage, router } from './render-page';

type Answer = Awaited<ReturnType<SetBookmark>>;
const ITEM = '01890a5d-ac96-774b-bcce-b302099a8057';

function renderButton() {
  let answer: (value: Answer) => void = () => {};
  const set = jest.fn<Promise<Answer>, [{ itemId: string; on: boolean }]>(
    () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
  );
  renderPage(<BookmarkButton itemId={ITEM} isBookmarked={false} count={3} set={set} />);
  return { set, answer: (value: Answer) => act(async () => answer(value)) };
}

describe('「찜하기」', () => {
  it('is on before the server has answered, and stays so', async () => {
    const { set, answer } = renderButton();
    await userEvent.click(screen.getByRole('button', { name: '찜하기' }));
    expect(screen.getByRole('button', { name: '찜 취소' })).toHaveTextContent('4');
    expect(set).toHaveBeenCalledWith({ itemId: ITEM, on: true });
    await answer({ ok: true, data: { on: true, bookmarkCount: 9 } });
    await waitFor(() => expect(screen.getByRole('button', { name: '찜 취소' })).toHaveTextContent('9'));
  });

  it('is off again when the server refuses, and says why', async () => {
    const { answer } = renderButton();
    await userEvent.click(screen.getByRole('button', { name: '찜하기' }));
    await answer({
      ok: false,
      error: { code: 'FORBIDDEN', message: '먼저 동네를 설정해 주세요.', fields: {} },
    });
    await waitFor(() => expect(screen.getByRole('button', { name: '찜하기' })).toHaveTextContent('3'));
    expect(takeToasts()).toEqual([{ tone: 'error', text: '먼저 동네를 설정해 주세요.' }]);
  });

  it('sends visitors to sign in and back here', async () => {
    const { answer } = renderButton();
    await userEvent.click(screen.getByRole('button', { name: '찜하기' }));
    await answer({ ok: false, error: { code: 'UNAUTHENTICATED', way: 'sign-in', message: '', fields: {} } });
    await waitFor(() => expect(router.push).toHaveBeenCalledWith(`/login?next=%2Fitems%2F${ITEM}`));
  });
});
