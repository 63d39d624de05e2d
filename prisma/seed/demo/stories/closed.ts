import type { Story } from './story';

/** Rentals that came to nothing: each with the reason that people gave. */
export const closed: Story[] = [
  {
    item: '닌텐도 스위치 OLED 게임 5개',
    author: 'lender',
    inquirer: 'mother',
    beganHoursAgo: 190,
    rental: { startsInHours: -140, hours: 48 },
    script: `
문: 이번 주말에 조카들이 오는데 빌릴 수 있을까요?
작: 아 이번 주말은 저희 애들이 쓰기로 해서요. 일단 신청 넣어 주시면 물어볼게요.
@신청
+6h
작: 죄송해요, 애들이 절대 안 된다네요 ㅠㅠ
@거절 주말에는 저희 아이들이 쓰기로 했어요. 평일은 언제든 됩니다.
문: 아이고 아이들 마음 이해하죠. 다음에 평일에 연락드릴게요!`,
  },
  {
    item: '여자 한복 분홍 저고리 66',
    author: 'vintage',
    inquirer: 'renter',
    beganHoursAgo: 420,
    rental: { startsInHours: -300, hours: 24 },
    script: `
문: 키 160인데 길이 괜찮을까요?
작: 네 꽃신 신으시면 딱 좋아요.
문: 신청할게요. 사촌 결혼식이에요.
@신청
@수락
+30h
문: 죄송해요. 결혼식장에서 한복을 맞춰 주신대요...
@문의자취소 가족이 같이 한복을 맞추기로 했어요. 죄송합니다!
작: 괜찮아요. 예쁘게 입고 오세요 ^^`,
  },
  {
    item: '패들보드 SUP 공기주입식',
    author: 'lender',
    inquirer: 'rider',
    beganHoursAgo: 900,
    rental: { startsInHours: -800, hours: 24 },
    script: `
문: 주말에 가평에서 타려고 하는데요. 구명조끼 사이즈 몇인가요?
작: 성인 프리사이즈예요. 100kg까지 됩니다.
@신청
@수락
문: 감사합니다. 토요일 아침에 갈게요.
+50h
작: 죄송해요. 점검하다 보니 밸브에서 바람이 새네요. 그대로 드리면 위험할 것 같아요.
@작성자취소 밸브가 고장 나서 안전하게 타실 수 없을 것 같습니다.
문: 말씀해 주셔서 오히려 감사해요. 고치시면 알려 주세요!
작: 네 고치면 첫날은 그냥 빌려드릴게요.`,
  },
  {
    item: '전기자전거 출퇴근 체험',
    author: 'rider',
    inquirer: 'renter',
    beganHoursAgo: 260,
    rental: { startsInHours: -210, hours: 48 },
    script: `
문: 출퇴근 이틀만 타 보고 싶어요. 서초까지 가져가도 되나요?
@신청
+1h
문: 확인하시면 답 부탁드려요~
@만료
작: 앗 출장이라 이제 봤어요. 정말 죄송합니다. 다음 주는 어떠세요?
문: 다음 주에 다시 신청해 볼게요!`,
  },
  {
    item: '망원렌즈 70-200 운동회',
    author: 'vintage',
    inquirer: 'mother',
    beganHoursAgo: 700,
    rental: { startsInHours: -640, hours: 24 },
    script: `
문: 니콘 카메라인데 이 렌즈 쓸 수 있나요?
작: 캐논용이라 니콘에는 안 맞아요. 어떤 기종이세요?
@신청
작: 앗 신청 먼저 주셨네요. 마운트가 달라서 아쉽지만 거절할게요.
@거절 마운트가 달라서 끼울 수 없어요. 니콘용 구하시면 좋겠습니다.
문: 아 몰랐네요. 알려 주셔서 감사합니다!`,
  },
];
