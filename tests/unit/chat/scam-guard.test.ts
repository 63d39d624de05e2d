import fc from 'fast-check';
import { createJudge, findRisks } from '@/lib/features/chat/scam-guard';
import { sendMessageSchema } from '@/lib/features/chat/schemas';

const foundIn = (...texts: string[]) =>
  findRisks(texts).flatMap((risks, index) =>
    risks.map(({ kind, start, end }) => `${kind}: ${texts[index]?.slice(start, end)}`),
  );

describe('what is marked in a chat before anything is agreed', () => {
  it.each([
    ['010-1234-5678로 연락 주세요', 'phone: 010-1234-5678'],
    ['01012345678', 'phone: 01012345678'],
    ['010.1234.5678', 'phone: 010.1234.5678'],
    ['0 1 0 1 2 3 4 5 6 7 8', 'phone: 0 1 0 1 2 3 4 5 6 7 8'],
    ['０１０－１２３４－５６７８', 'phone: ０１０－１２３４－５６７８'],
    ['공일공 일이삼사 오육칠팔', 'phone: 공일공 일이삼사 오육칠팔'],
    ['영일영-일이삼사-오육칠팔 이에요', 'phone: 영일영-일이삼사-오육칠팔'],
    ['010 일이삼사 5678', 'phone: 010 일이삼사 5678'],
    ['O1O-1234-5678', 'phone: O1O-1234-5678'],
    ['ㅇ1ㅇ 1234 5678', 'phone: ㅇ1ㅇ 1234 5678'],
    ['0ㅣ0-I234-5678', 'phone: 0ㅣ0-I234-5678'],
    ['+82 10-1234-5678', 'phone: 82 10-1234-5678'],
    ['02-312-4567 입니다', 'phone: 02-312-4567'],
    ['070-1234-5678', 'phone: 070-1234-5678'],
    ['국민은행 123456-04-123456 홍길동', 'account: 123456-04-123456'],
    ['카뱅 3333011234567로 보내 주세요', 'account: 3333011234567'],
    ['110-123-456789', 'account: 110-123-456789'],
    ['계좌는 일일공 일이삼 사오육칠팔구 이에요', 'account: 일일공 일이삼 사오육칠팔구'],
    ['국민 일이삼사오육-공사-일이삼사오육 으로 입금해 주세요', 'account: 일이삼사오육-공사-일이삼사오육'],
    ['카뱅 삼삼삼삼 공일 1234567', 'account: 삼삼삼삼 공일 1234567'],
    ['하나 11012345678 송금이요', 'account: 11012345678'],
    ['농협 셋둘하나 1234 5678 일이', 'account: 셋둘하나 1234 5678 일이'],
    ['일일공-일이삼-사오육칠팔구', 'account: 일일공-일이삼-사오육칠팔구'],
    ['신한은행 l일o-l23-4567890', 'account: l일o-l23-4567890'],
    ['이체 부탁드려요. 예금주 홍길동이고 3333 01 1234567', 'account: 3333 01 1234567'],
    ['https://example.com/pay?x=1 여기로', 'link: https://example.com/pay?x=1'],
    ['www.example.co.kr 보세요', 'link: www.example.co.kr'],
    ['bit.ly/3xYz', 'link: bit.ly/3xYz'],
    ['safe-pay.shop 에서 결제', 'link: safe-pay.shop'],
    ['naver . com', 'link: naver . com'],
    ['naver닷컴', 'link: naver닷컴'],
    ['카톡 아이디 drill99', 'messenger: 카톡 아이디 drill99'],
    ['텔레그램 id: drill', 'messenger: 텔레그램 id: drill'],
    ['오픈채팅으로 와 주세요', 'messenger: 오픈채팅'],
    ['카톡으로 연락 주세요', 'messenger: 카톡으로 연락 주세요'],
  ])('%s', (text, expected) => {
    expect(foundIn(text)).toEqual([expected]);
  });

  it('a number over several texts of one person is marked in each of them', () => {
    expect(foundIn('010', '1234', '5678')).toEqual(['phone: 010', 'phone: 1234', 'phone: 5678']);
    expect(foundIn('제 번호는 공일공', '일이삼사', '오육칠팔')).toEqual([
      'phone: 공일공',
      'phone: 일이삼사',
      'phone: 오육칠팔',
    ]);
  });

  it('an account over several texts is marked in each of them, also with words that say that it goes on', () => {
    expect(foundIn('계좌 보낼게요', '110', '123', '456789')).toEqual([
      'account: 110',
      'account: 123',
      'account: 456789',
    ]);
    expect(foundIn('국민은행이에요', '일이삼사오육이고', '다음은 공사', '끝은 일이삼사오육 이에요')).toEqual([
      'account: 일이삼사오육이고',
      'account: 다음은 공사',
      'account: 끝은 일이삼사오육',
    ]);
    expect(foundIn('010이고', '그 다음 1234', '마지막 5678')).toEqual([
      'phone: 010이고',
      'phone: 그 다음 1234',
      'phone: 마지막 5678',
    ]);
  });

  it('what is said of other things over several texts is none', () => {
    expect(foundIn('입금은 내일 할게요', '11월 23일 14:30', '사이즈 95', '높이 120 폭 60', '1202호')).toEqual(
      [],
    );
    expect(foundIn('계좌는 만나서 드릴게요', '23일', '오후 3시', '101동 1202호', '15000원')).toEqual([]);
  });

  it.each([
    '2026-11-23 10:00 ~ 2026-11-25 18:00',
    '2025.01.10 14:30부터 2025.01.12 15:30까지 빌릴게요',
    '10,000원에 3일이면 30000원 맞죠?',
    '하루 15000원, 보증금 100000원',
    '서울시 강남구 테헤란로 123, 101동 1202호',
    '11월 23일 오후 3시에 만나요',
    '길이 120cm 폭 60cm 높이 75.5cm 무게 12kg',
    '모델명은 DCD-791D2 이에요',
    '이 일은 사실 오늘 구두로 이야기했어요',
    '이사 오기 전에 칠을 다시 했어요',
    '네 네 좋아요 :) 그럼 3시요!!',
    '배터리 2개랑 비트 32개 세트예요',
    '괜찮아요. 내일 봬요. 안녕히 주무세요.',
    'No.1 드릴이에요. OK?',
    '3.5인치 2.5인치 둘 다 돼요',
    '일 일 일 이 이 이 삼 삼 삼',
    '라인이 예쁜 의자예요',
    '토스 결제는 안 돼요',
    '1588-1234 고객센터',
    '입금은 11.23 11.25 12.01 중에 할게요',
    '송금 가능한 시간은 1030 1200 1430 이에요',
    '이체는 10000 15000 20000 셋 중에요',
    '계좌 이체로 10,000 15,000 20,000 모두 돼요',
    '사이즈는 90 95 100 105 110 있고 입금 확인 후 드려요',
    '우체국 송장번호 6012345678901 이에요',
    '주문번호: 202611230001234 무통장 입금 했어요',
    '모델명 860-2134-5567 이에요',
    '시리얼 번호는 123456789012 이고 토스 앱은 없어요',
    '입금은 이 일이 끝나고 오후 이 시에 하나 둘 셋 넷 보내 드릴게요',
    '국민학교 때부터 쓰던 책상, 가로 1200 세로 600 높이 720',
    '하나 둘 셋 넷 다섯 여섯 일곱 여덟 아홉 열, 신한 야구장에서 봐요',
    '보증금 50000 일 대여료 5000 입금해 주세요',
    '농협 앞 3번 출구에서 2026년 11월 23일 오후 3시 30분에 봬요',
    '토스뱅크 ATM 옆 101동 1502호 현관 비밀번호는 도착하면 알려 드릴게요',
    '규격 1800x900x720, 무게 35kg, 이체도 받아요',
  ])('not in: %s', (text) => {
    expect(foundIn(text)).toEqual([]);
  });

  it('any mobile number is found, whatever stands between its digits', () => {
    const digit = fc.integer({ min: 0, max: 9 }).map(String);
    const sign = fc.constantFrom('', ' ', '-', '.', ' - ', '·', '_');
    const number = fc.tuple(
      fc.array(digit, { minLength: 8, maxLength: 8 }),
      fc.array(sign, { minLength: 11, maxLength: 11 }),
    );
    fc.assert(
      fc.property(number, ([digits, signs]) => {
        const text = ['0', '1', '0', ...digits]
          .map((one, index) => (index === 0 ? '' : signs[index]) + one)
          .join('');
        const found = findRisks([`연락처는 ${text} 예요`])[0] ?? [];
        expect(found.some(({ kind, start, end }) => kind !== 'link' && end - start >= 11)).toBe(true);
      }),
    );
  });

  it('says of any text what lies in it, in order and without overlaps', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 80 }), { maxLength: 5 }), (texts) => {
        const found = findRisks(texts);
        expect(found).toHaveLength(texts.length);
        for (const [index, risks] of found.entries()) {
          let last = 0;
          for (const { start, end } of risks) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(texts[index]?.length ?? 0);
            last = end;
          }
        }
      }),
    );
  });

  it('judges each group of texts once while a thread grows, and as before', () => {
    const judged: string[] = [];
    const plain = createJudge();
    const judge = createJudge((text) => {
      judged.push(text);
      return plain(text);
    });
    const texts = [
      '계좌는',
      '110-',
      '234-',
      '567890',
      '국민이요',
      '카톡 아이디 abc',
      '010 1234',
      '5678',
      '네',
    ];
    for (let length = 1; length <= texts.length; length += 1) {
      const thread = texts.slice(0, length);
      expect(findRisks(thread, judge)).toEqual(findRisks(thread));
    }
    expect(judged).toHaveLength(texts.length);
    const long = '가'.repeat(601);
    for (const text of [long, long]) findRisks([text], judge);
    expect(judged).toHaveLength(texts.length + 2);
  });

  it('reads no more than six texts of the longest that a message may have', () => {
    const longest = `0${'\u0301'.repeat(7)}`.repeat(1_000);
    const isTaken = (body: string) => sendMessageSchema.shape.body.safeParse(body).success;
    expect([isTaken(longest), isTaken(`${longest}0`), isTaken('가'.repeat(17_001))]).toEqual([
      true,
      false,
      false,
    ]);
    for (const unit of ['0', '0 ', 'a.', '카톡 ', '010-', 'http://', '일.', '1일']) {
      const texts = Array.from({ length: 7 }, () => unit.repeat(17_000 / unit.length));
      expect(findRisks(texts)).toHaveLength(7);
    }
  });
});
