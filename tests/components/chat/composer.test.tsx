import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Composer } from '@/components/chat/composer';
import { renderMember } from './render-member';

function renderComposer() {
  const onSend = jest.fn();
  const onTyping = jest.fn();
  renderMember(<Composer onSend={onSend} onTyping={onTyping} />);
  return { onSend, onTyping, box: screen.getByRole<HTMLTextAreaElement>('textbox', { name: '메시지 입력' }) };
}

describe('the box of a room', () => {
  it('sends with Enter, empties and keeps the focus', async () => {
    const { onSend, box } = renderComposer();
    await userEvent.type(box, '안녕하세요{Enter}');
    expect(onSend.mock.calls).toEqual([['안녕하세요']]);
    expect(box).toHaveValue('');
    expect(box).toHaveFocus();
  });

  it('breaks the line with Shift+Enter', async () => {
    const { onSend, box } = renderComposer();
    await userEvent.type(box, '첫 줄{Shift>}{Enter}{/Shift}둘째 줄');
    expect(onSend).not.toHaveBeenCalled();
    expect(box).toHaveValue('첫 줄\n둘째 줄');
  });

  it('leaves the Enter alone that ends a Hangul syllable', () => {
    const { onSend, box } = renderComposer();
    fireEvent.change(box, { target: { value: '안녀' } });
    fireEvent.keyDown(box, { key: 'Enter', isComposing: true });
    fireEvent.keyDown(box, { key: 'Enter', keyCode: 229 });
    expect(onSend).not.toHaveBeenCalled();
    fireEvent.keyDown(box, { key: 'Enter' });
    expect(onSend).toHaveBeenCalledWith('안녀');
  });

  it('does not send blanks, and tells nobody of them', async () => {
    const { onSend, onTyping, box } = renderComposer();
    await userEvent.type(box, '   {Enter}');
    expect(onSend).not.toHaveBeenCalled();
    expect(onTyping).not.toHaveBeenCalled();
    expect(screen.getByRole('button', { name: '보내기' })).toBeDisabled();
  });

  it('counts characters as people do and refuses the 1,001st', () => {
    const { onSend, box } = renderComposer();
    fireEvent.change(box, { target: { value: '👨‍👩‍👧‍👦'.repeat(1_000) } });
    fireEvent.keyDown(box, { key: 'Enter' });
    expect(onSend).toHaveBeenCalledTimes(1);
    fireEvent.change(box, { target: { value: '가'.repeat(1_001) } });
    fireEvent.keyDown(box, { key: 'Enter' });
    expect(onSend).toHaveBeenCalledTimes(1);
    expect(screen.getByRole('status')).toHaveTextContent('1자를 줄여 주세요');
  });
});
