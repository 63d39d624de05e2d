import { isHarmlessList } from './harmless-lists';
import { type Digit, digitRunsOf } from './scam-digits';
import type { Risk, RiskKind } from './scam-guard';

/** The shortest telephone number, of Seoul. */
const LEAST_DIGITS = 9;

/**
 * Telephone and account numbers of Korea, in whatever digits and with whatever between them.
 *
 * @param text without what only looks like one (dates, prices)
 */
export function numbersOf(text: string): Risk[] {
  return digitRunsOf(text)
    .filter(({ length }) => length >= LEAST_DIGITS)
    .flatMap((run) => phoneOf(run) ?? accountOf(text, run) ?? []);
}

function riskOf(kind: RiskKind, digits: readonly Digit[]): Risk {
  return { kind, start: digits[0]?.start ?? 0, end: digits.at(-1)?.end ?? 0 };
}

/** Mobile, internet and land-line numbers, with 82 or without. */
const PHONE = /(?:0|820?)1[016789]\d{7,8}|(?:82)?0(?:2|3[1-3]|4[1-4]|5[1-5]|6[1-4]|70|50\d)\d{7,8}/;

function phoneOf(run: readonly Digit[]): Risk | null {
  const phone = PHONE.exec(figuresOf(run));
  if (!phone || !isPhone(run, phone.index)) return null;
  return riskOf('phone', run.slice(phone.index, phone.index + phone[0].length));
}

/**
 * Not right behind another 0 (1000100…), a land line behind no other digit, and of words only from a 0: 이 and 사 are
 * words of every sentence.
 */
function isPhone(run: readonly Digit[], at: number): boolean {
  const [first, before, second] = [run[at], run[at - 1], run[at + 1]];
  if (!first) return false;
  if (first.value !== '0' && run.slice(at).some(({ isWord }) => isWord)) return false;
  if (!before || before.end < first.start) return true;
  return before.value !== '0' && (first.value !== '0' || second?.value === '1');
}

const ACCOUNT_WORDS =
  /계좌|예금주|입금|송금|이체|무통장|부쳐|국민|신한|우리은행|하나은행|농협|기업은행|카카오뱅크|카뱅|토스|케이뱅크|새마을|우체국|수협|신협|SC제일|씨티|IBK|KB|NH/i;
const NEAR = 40;
/** Numbers of things, said to be one right before them. */
const OTHER_NUMBER =
  /(?:송장|주문|예약|접수|일련|시리얼|제품|모델|상품|바코드|사업자\s?등록)\s?(?:번호|명|넘버)?(?:은|는|이)?\s?:?\s*$/;
/** As banks print them. */
const IN_GROUPS = /^\d{3,6}-\d{2,6}-\d{3,7}(?:-\d{1,3})?$/;

/** Of 10 to 14 digits, beside a bank's name or what one does with an account, or in three groups. */
function accountOf(text: string, run: readonly Digit[]): Risk | null {
  const digits = [...withoutWordsAround(run), run].find(({ length }) => length >= 10 && length <= 14);
  if (!digits) return null;
  const { start, end } = riskOf('account', digits);
  if (OTHER_NUMBER.test(text.slice(Math.max(0, start - NEAR), start))) return null;
  const isNear = ACCOUNT_WORDS.test(text.slice(Math.max(0, start - NEAR), end + NEAR));
  const isOne = isNear ? !isHarmlessList(text.slice(start, end)) : IN_GROUPS.test(plainOf(text, digits));
  return isOne ? riskOf('account', digits) : null;
}

/** 하나 110… and … 이 are words of a sentence beside a number in figures. */
function withoutWordsAround(run: readonly Digit[]): (readonly Digit[])[] {
  const from = run[0]?.isWord && !run[1]?.isWord ? 1 : 0;
  const until = run.at(-1)?.isWord && !run.at(-2)?.isWord ? run.length - 1 : run.length;
  return [run.slice(from, until), run.slice(from), run.slice(0, until)];
}

function figuresOf(digits: readonly Digit[]): string {
  return digits.map(({ value }) => value).join('');
}

/** With what stands between the digits, each of them in figures. */
function plainOf(text: string, digits: readonly Digit[]): string {
  return digits
    .map(({ value, start }, index) => text.slice(digits[index - 1]?.end ?? start, start) + value)
    .join('');
}
