import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { renderUi } from './render-ui';

// jsdom knows the element but not how to open it; the browser tests see the real one.
beforeAll(() => {
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
  };
});

function Page({
  onConfirm = () => {},
  isPending = false,
  error,
}: {
  onConfirm?: () => void;
  isPending?: boolean;
  error?: string;
}) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        열기
      </button>
      <ConfirmDialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        onConfirm={onConfirm}
        title="이 물품을 삭제할까요?"
        text="되돌릴 수 없어요."
        confirmLabel="삭제하기"
        isPending={isPending}
        error={error}
      />
    </>
  );
}

const open = () => userEvent.click(screen.getByRole('button', { name: '열기' }));

it('is not there until it is asked for', () => {
  renderUi(<Page />);
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('opens with its title as name, its text as description, and the focus in it', async () => {
  renderUi(<Page />);
  await open();
  const dialog = screen.getByRole('dialog', { name: '이 물품을 삭제할까요?' });
  expect(dialog).toHaveAccessibleDescription('되돌릴 수 없어요.');
  expect(dialog).toContainElement(document.activeElement as HTMLElement);
});

it.each(['닫기', '취소'])('%s closes it without confirming', async (name) => {
  const onConfirm = jest.fn();
  renderUi(<Page onConfirm={onConfirm} />);
  await open();
  await userEvent.click(screen.getByRole('button', { name }));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(onConfirm).not.toHaveBeenCalled();
});

it("the browser's cancel (Esc) closes it", async () => {
  renderUi(<Page />);
  await open();
  fireEvent(screen.getByRole('dialog'), new Event('cancel', { cancelable: true }));
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('while pending it cannot be confirmed twice, and says that it is busy', async () => {
  const onConfirm = jest.fn();
  renderUi(<Page onConfirm={onConfirm} isPending />);
  await open();
  const confirm = screen.getByRole('button', { name: '삭제하기' });
  expect(confirm).toHaveAttribute('aria-busy', 'true');
  await userEvent.click(confirm);
  expect(onConfirm).not.toHaveBeenCalled();
});

it('a failure is told inside of it', async () => {
  renderUi(<Page error="대여 중인 물품은 삭제할 수 없어요." />);
  await open();
  expect(screen.getByRole('alert')).toHaveTextContent('대여 중인 물품은 삭제할 수 없어요.');
});
