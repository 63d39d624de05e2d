/** Signs that are read as digits; letters that look like one as well. */
const SIGNS = new Map(
  ['공영빵oOㅇ', '일lIㅣ', '이둘', '삼셋', '사넷', '오', '육륙', '칠', '팔', '구'].flatMap((signs, digit) =>
    [...signs].map((sign) => [sign, String(digit)] as const),
  ),
);
const WORDS = new Map([
  ['하나', '1'],
  ['다섯', '5'],
  ['여섯', '6'],
  ['일곱', '7'],
  ['여덟', '8'],
  ['아홉', '9'],
]);
/** 이 is the beginning of an ending, not a two: 이에요, 이고, 이랑. */
const ENDINGS = '에예여고니야라지요거다며랑';

export interface Digit {
  value: string;
  start: number;
  end: number;
  /** written as a word or a letter */
  isWord: boolean;
}

/** So much may stand between two digits of one number. */
const MOST_BETWEEN = 4;
const MARKS = '[\\s\\-.·_~*()（）,/+ㅡ–—:－．]*';
const BETWEEN = new RegExp(`^${MARKS}$`);
/** From one message to the next, words that say that it goes on. */
const MOST_ACROSS = 24;
const ACROSS = new RegExp(
  `^${MARKS}(?:이?(?:고요?|구요|에요|예요|요|입니다|며|랑))?${MARKS}\n${MARKS}` +
    `(?:(?:그리고|그다음|그\\s다음|다음|뒷?자리|뒤|끝자리|끝|마지막|나머지|이어서)(?:은|는|에|으로)?)?${MARKS}$`,
);

/**
 * Digits, in whatever signs, that may be one number as far as what stands between them goes.
 *
 * @param text texts of one person, a line feed between two
 */
export function digitRunsOf(text: string): Digit[][] {
  const runs: Digit[][] = [];
  let end = 0;
  for (const digit of digitsOf(text)) {
    if (runs.length > 0 && isJoint(text.slice(end, Math.min(digit.start, end + MOST_ACROSS + 1))))
      runs.at(-1)?.push(digit);
    else runs.push([digit]);
    end = digit.end;
  }
  return runs;
}

function isJoint(between: string): boolean {
  if (between.length <= MOST_BETWEEN && BETWEEN.test(between)) return true;
  return between.length <= MOST_ACROSS && between.includes('\n') && ACROSS.test(between);
}

function digitsOf(text: string): Digit[] {
  const digits: Digit[] = [];
  for (let start = 0; start < text.length; ) {
    const digit = digitAt(text, start);
    if (digit) digits.push(digit);
    start = digit?.end ?? start + String.fromCodePoint(text.codePointAt(start) ?? 0).length;
  }
  return digits;
}

function digitAt(text: string, start: number): Digit | null {
  const word = WORDS.get(text.slice(start, start + 2));
  if (word) return { value: word, start, end: start + 2, isWord: true };
  const sign = String.fromCodePoint(text.codePointAt(start) ?? 0);
  const end = start + sign.length;
  if (sign === '이' && ENDINGS.includes(text[end] ?? '\n')) return null;
  const plain = sign.normalize('NFKC');
  const isWord = !/^\d$/.test(plain);
  // Normalising makes other letters of ㅇ and ㅣ.
  const value = isWord ? (SIGNS.get(sign) ?? SIGNS.get(plain)) : plain;
  return value === undefined ? null : { value, start, end, isWord };
}
