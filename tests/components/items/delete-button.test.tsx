import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DeleteButton } from '@/components/items/delete-button';
import { renderPage } from './render-page';

// jsdom knows the element but not how to open it; the browser tests see the real one.
beforeAll(() => {
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
  };
});

describe('「삭제하기」', () => {
  it('asks first, and does nothing for who thinks better of it', async () => {
    const remove = jest.fn();
    renderPage(<DeleteButton itemId="x" remove={remove} />);
    await userEvent.click(screen.getByRole('button', { name: '삭제하기' }));
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '취소' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(remove).not.toHaveBeenCalled();
  });

  it('says in the dialog that no answer came', async () => {
    renderPage(<DeleteButton itemId="x" remove={() => Promise.reject(new TypeError('Failed to fetch'))} />);
    await userEvent.click(screen.getByRole('button', { name: '삭제하기' }));
    const dialog = screen.getByRole('dialog');
    await userEvent.click(within(dialog).getByRole('button', { name: '삭제하기' }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('연결을 확인');
  });

  it('says in the dialog why it was refused', async () => {
    const message = '진행 중인 대여가 있어 지금은 할 수 없어요.';
    renderPage(<DeleteButton itemId="x" remove={async () => ({ message })} />);
    await userEvent.click(screen.getByRole('button', { name: '삭제하기' }));
    const dialog = screen.getByRole('dialog');
    await userEvent.click(within(dialog).getByRole('button', { name: '삭제하기' }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(message);
  });
});
