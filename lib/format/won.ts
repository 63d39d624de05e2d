import { kept } from './kept';
import { plainNumber } from './plain';

/**
 * An amount of whole won as people read it: `12,000원` in Korean, `₩12,000` in any other language.
 * What a missing or a zero price is called is the caller's business.
 */
export function formatWon(amountWon: number, locale: string): string {
  const digits = formatCount(amountWon, locale);
  return locale.startsWith('ko') ? `${digits}원` : `₩${digits}`;
}

/** A count for a small badge: `7`, `99+`. */
export function formatBadgeCount(count: number, max = 99): string {
  return count > max ? `${max}+` : String(count);
}

/** A whole number with separators: `1,204`. */
export function formatCount(count: number, locale: string): string {
  return plainNumber(count, locale) ?? wholeNumbers(locale).format(count);
}

const wholeNumbers = kept((locale: string) => new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }));
