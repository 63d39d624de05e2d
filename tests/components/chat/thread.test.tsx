import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Thread } from '@/components/chat/thread';
import { GIVE_UP_MS } from '@/lib/realtime/client/outbox';
import { advanceRoom, createRoomSession, type RoomSessionEvent } from '@/lib/realtime/client/room-session';
import type { MessagePayload } from '@/lib/realtime/events';
import { ME, messageOf, ROOM } from '@/tests/factories/messages';
import { renderMember } from './render-member';

const joined = (messages: MessagePayload[], partnerReadSeq = 0): RoomSessionEvent => ({
  type: 'joined',
  answer: { messages, lastSeq: messages.length, readSeq: 0, partnerReadSeq },
});

function renderThread(...events: RoomSessionEvent[]) {
  return renderAs(false, events);
}

/** Before anything is agreed. */
function renderGuarded(...events: RoomSessionEvent[]) {
  return renderAs(true, events);
}

function renderAs(isGuarded: boolean, events: RoomSessionEvent[]) {
  const session = events.reduce(advanceRoom, createRoomSession(ROOM, ME));
  const handlers = { onRetry: jest.fn(), onDiscard: jest.fn() };
  renderMember(
    <Thread
      session={session}
      partnerName="은빛이웃"
      isPartnerTyping={false}
      timeZone="Asia/Seoul"
      isGuarded={isGuarded}
      loadOlder={async () => true}
      {...handlers}
    />,
  );
  return { ...handlers, log: screen.getByRole('log', { name: '대화 내용' }) };
}

describe('a thread', () => {
  it('shows text as text, never as markup', () => {
    const body = '<img src=x onerror=alert(1)> **굵게** https://example.com';
    const { log } = renderThread(joined([messageOf(1, { body })]));
    expect(log).toHaveTextContent(body);
    expect(log.querySelector('img, a, strong')).toBeNull();
  });

  it('marks what the partner wrote to lure one away, with advice, and changes nothing of it', () => {
    const bodies = [
      '제 번호는 010',
      '1234 5678 이에요',
      '안녕하세요',
      'https://pay.example.shop 에서 결제해요',
    ];
    const { log } = renderGuarded(joined(bodies.map((body, index) => messageOf(index + 1, { body }))));
    const marks = [...log.querySelectorAll('mark')].map((mark) => mark.textContent);
    expect(marks).toEqual([
      '주의: 전화번호 010',
      '주의: 전화번호 1234 5678',
      '주의: 바깥 링크 https://pay.example.shop',
    ]);
    expect(within(log).getAllByText(/돈을 먼저 보내지 마세요/)).toHaveLength(2);
    expect(log.querySelector('a')).toBeNull();
    for (const mark of log.querySelectorAll('mark .sr-only')) mark.remove();
    for (const body of bodies) expect(log).toHaveTextContent(body);
  });

  it('marks nothing of one’s own', () => {
    const body = '010-1234-5678';
    const mine = renderGuarded(joined([messageOf(1, { body, senderId: ME })]));
    expect(mine.log.querySelector('mark')).toBeNull();
  });

  it('marks nothing once it is agreed', () => {
    const { log } = renderThread(joined([messageOf(1, { body: '010-1234-5678' })]));
    expect(log.querySelector('mark')).toBeNull();
  });

  it('divides days in the reader’s zone', () => {
    const { log } = renderThread(
      joined([
        messageOf(1, { createdAt: '2026-11-02T14:59:00.000Z' }),
        messageOf(2, { createdAt: '2026-11-02T15:01:00.000Z' }),
      ]),
    );
    expect(within(log).getByText('2026년 11월 2일 월요일')).toBeInTheDocument();
    expect(within(log).getByText('2026년 11월 3일 화요일')).toBeInTheDocument();
  });

  it('says 읽음 once, at the viewer’s last message that was read', () => {
    const mine = [1, 2, 3].map((seq) => messageOf(seq, { senderId: ME }));
    const { log } = renderThread(joined(mine, 2));
    const mark = within(log).getByText('읽음');
    expect(mark.closest('div')?.parentElement).toHaveTextContent('message 2');
  });

  it('tells a rental event with who did it, its period and its price', () => {
    const event = {
      type: 'RENTAL_REQUESTED' as const,
      rentalId: ROOM,
      startsAt: '2026-11-03T04:00:00.000Z',
      endsAt: '2026-11-03T08:00:00.000Z',
      totalWon: 12_000,
    };
    const { log } = renderThread(joined([messageOf(1, { kind: 'EVENT', body: '', event })]));
    expect(log).toHaveTextContent('은빛이웃 님이 대여를 신청했어요');
    expect(log).toHaveTextContent('11월 3일 (화) 오후 1:00 ~ 오후 5:00 · 12,000원');
  });

  it('offers to send a failed message again, or to drop it', async () => {
    const { log, onRetry, onDiscard } = renderThread(
      joined([]),
      { type: 'write', clientId: 'lost', body: '내일 뵐게요', now: 0 },
      { type: 'tick', now: GIVE_UP_MS },
    );
    expect(log).toHaveTextContent('보내지 못했어요.');
    await userEvent.click(within(log).getByRole('button', { name: '다시 보내기' }));
    expect(onRetry).toHaveBeenCalledWith('lost');
    await userEvent.click(within(log).getByRole('button', { name: '지우기' }));
    expect(onDiscard).toHaveBeenCalledWith('lost');
  });

  it('gives the server’s reason for a message that it refused', () => {
    const { log } = renderThread(
      joined([]),
      { type: 'write', clientId: 'a', body: 'x', now: 0 },
      { type: 'refused', clientId: 'a', refusal: '상대방이 탈퇴해 메시지를 보낼 수 없어요.' },
    );
    expect(log).toHaveTextContent('상대방이 탈퇴해 메시지를 보낼 수 없어요.');
  });

  it('shows a message that is on its way as such', () => {
    const { log } = renderThread(joined([]), { type: 'write', clientId: 'a', body: 'x', now: 0 });
    expect(log).toHaveTextContent('보내는 중');
  });
});
