import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ReportMessageButton } from '@/components/chat/report-message-button';
import { ME, messageOf } from '@/tests/factories/messages';
import { fine, refused, renderMember } from './render-member';

const ITEM = '00000000-0000-7000-8000-0000000000dd';
const THEIRS = [messageOf(1, { body: '처음 뵙겠습니다' }), messageOf(2, { body: '무례한 말' })];
const MINE = messageOf(3, { senderId: ME, body: '제가 쓴 말' });

function show(messages = [...THEIRS, MINE], actions = {}) {
  renderMember(
    <ReportMessageButton itemId={ITEM} viewerId={ME} messages={messages} timeZone="Asia/Seoul" />,
    actions,
  );
}

describe('「메시지 신고」', () => {
  it('is not there before the partner has written', () => {
    show([MINE]);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('reports the chosen message of the partner’s, the newest first, with a reason', async () => {
    const writeReport = jest.fn(() => fine({ reportId: 'x' }));
    show([...THEIRS, MINE], { writeReport });
    await userEvent.click(screen.getByRole('button', { name: '메시지 신고' }));
    const options = await screen.findAllByRole('radio', { name: /처음|무례/ });
    expect(options.map((option) => (option as HTMLInputElement).value)).toEqual([
      THEIRS[1]?.id,
      THEIRS[0]?.id,
    ]);
    expect(screen.queryByRole('radio', { name: /제가/ })).toBeNull();
    await userEvent.click(screen.getByRole('radio', { name: /처음/ }));
    await userEvent.click(screen.getByRole('radio', { name: '사기 글이에요' }));
    await userEvent.click(screen.getByRole('button', { name: '신고하기' }));
    expect(writeReport).toHaveBeenCalledWith({
      itemId: ITEM,
      messageId: THEIRS[0]?.id,
      category: 'FRAUD',
      text: '',
      submissionId: expect.any(String),
    });
  });

  it('says why it was refused, and stays open with what was typed', async () => {
    show(THEIRS, { writeReport: () => refused('이미 신고했어요.') });
    await userEvent.click(screen.getByRole('button', { name: '메시지 신고' }));
    await userEvent.click(await screen.findByRole('radio', { name: '기타' }));
    await userEvent.type(screen.getByLabelText('상세 내용'), '욕을 해요');
    await userEvent.click(screen.getByRole('button', { name: '신고하기' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('이미 신고했어요.');
    expect(screen.getByLabelText('상세 내용')).toHaveValue('욕을 해요');
  });
});
