export interface MemberDraft {
  key: string;
  email: string;
  nickname: string;
  regionCode: string;
  isAdmin: boolean;
  joinedDaysAgo: number;
}

/** Password of the three members that people are told about (PRODUCT.md 9). Nobody can sign in as the others. */
export const DEMO_PASSWORD = 'Demo!2345';
export const DEMO_ACCOUNTS = ['lender', 'renter', 'admin'] as const;

export const members = [
  member('lender', '대여왕민수', '11680', 410),
  member('renter', '알뜰한수진', '11650', 320),
  { ...member('admin', '이거대여관리', '11170', 500), isAdmin: true },
  member('moksu', '성수동목수', '11200', 290),
  member('camper', '캠핑가자우리', '11440', 260),
  member('neighbour', '다정한이웃사촌네', '11710', 230),
  member('piano', '피아노치는고양이', '41135', 205),
  member('mother', '삼남매엄마의하루살림', '41117', 180),
  member('rider', '한강라이더77', '28185', 150),
  member('lucy', 'LucyHome', '26350', 120),
  member('grandma', '초록손할머니', '30200', 95),
  member('vintage', '빈티지카메라수집가', '41597', 110),
] as const satisfies readonly MemberDraft[];

export type MemberKey = (typeof members)[number]['key'];

function member<const K extends string>(key: K, nickname: string, regionCode: string, joinedDaysAgo: number) {
  return { key, email: `${key}@example.com`, nickname, regionCode, isAdmin: false, joinedDaysAgo };
}
