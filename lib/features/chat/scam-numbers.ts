import type { Risk, RiskKind } from './scam-guard';

/** Signs that are read as digits; letters that look like one as well. */
const DIGITS = new Map(
  ['공영빵oOㅇ', '일lIㅣ', '이둘', '삼셋', '사넷', '오', '육륙', '칠', '팔', '구'].flatMap((signs, digit) =>
    [...signs].map((sign) => [sign, String(digit)] as const),
  ),
);

interface Digit {
  value: string;
  start: number;
  end: number;
  /** written as a word or a letter */
  isWord: boolean;
}

/** So much may stand between two digits of one number. */
const MOST_BETWEEN = 4;
const BETWEEN = /^[\s\-.·_~*()（）,/+ㅡ–—:－．]*$/;
/** The shortest telephone number, of Seoul. */
const LEAST_DIGITS = 9;

/**
 * Telephone and account numbers of Korea, in whatever digits and with whatever between them.
 *
 * @param text without what only looks like one (dates, prices)
 */
export function numbersOf(text: string): Risk[] {
  const risks: Risk[] = [];
  for (const run of runsOf(text)) {
    const digits = run.map(({ value }) => value).join('');
    const phone = PHONE.exec(digits);
    if (phone && isPhone(run, phone.index)) risks.push(riskOf('phone', run, phone.index, phone[0].length));
    else if (isAccount(text, run, digits)) risks.push(riskOf('account', run, 0, digits.length));
  }
  return risks;
}

function riskOf(kind: RiskKind, run: readonly Digit[], from: number, length: number): Risk {
  return { kind, start: run[from]?.start ?? 0, end: run[from + length - 1]?.end ?? 0 };
}

/** Mobile, internet and land-line numbers, with 82 or without. */
const PHONE = /(?:0|820?)1[016789]\d{7,8}|(?:82)?0(?:2|3[1-3]|4[1-4]|5[1-5]|6[1-4]|70|50\d)\d{7,8}/;

/** Not right behind another 0 (1000100…), and of words only from a 0: 이 and 사 are words of every sentence. */
function isPhone(run: readonly Digit[], at: number): boolean {
  const [first, before] = [run[at], run[at - 1]];
  if (!first) return false;
  if (first.value !== '0' && run.slice(at).some(({ isWord }) => isWord)) return false;
  return !before || before.end < first.start || before.value !== '0';
}

const ACCOUNT_WORDS =
  /계좌|입금|송금|이체|무통장|국민|신한|우리은행|하나은행|농협|기업은행|카카오뱅크|카뱅|토스|케이뱅크|새마을|우체국|수협|신협|SC제일|씨티|IBK|KB|NH/i;
const NEAR = 24;

/** 10 to 14 digits beside a bank's name or what one does with an account, or in three groups as banks print them. */
function isAccount(text: string, run: readonly Digit[], digits: string): boolean {
  if (digits.length < 10 || digits.length > 14 || run.some(({ isWord }) => isWord)) return false;
  const [start, end] = [run[0]?.start ?? 0, run.at(-1)?.end ?? 0];
  if (ACCOUNT_WORDS.test(text.slice(Math.max(0, start - NEAR), end + NEAR))) return true;
  return /^\d{3,6}-\d{2,6}-\d{3,7}(?:-\d{1,3})?$/.test(text.slice(start, end));
}

/** Digits that may be one number, as far as what stands between them goes. */
function runsOf(text: string): Digit[][] {
  const runs: Digit[][] = [];
  let end = 0;
  for (const digit of digitsOf(text)) {
    const between = text.slice(end, digit.start);
    const isNext = between.length <= MOST_BETWEEN && BETWEEN.test(between);
    if (isNext && runs.length > 0) runs.at(-1)?.push(digit);
    else runs.push([digit]);
    end = digit.end;
  }
  return runs.filter(({ length }) => length >= LEAST_DIGITS);
}

function digitsOf(text: string): Digit[] {
  const digits: Digit[] = [];
  let start = 0;
  for (const sign of text) {
    const end = start + sign.length;
    const plain = sign.normalize('NFKC');
    const isWord = !/^\d$/.test(plain);
    // Normalising makes other letters of ㅇ and ㅣ.
    const value = isWord ? (DIGITS.get(sign) ?? DIGITS.get(plain)) : plain;
    if (value !== undefined) digits.push({ value, start, end, isWord });
    start = end;
  }
  return digits;
}
