/**
 * An amount of whole won as people read it: `12,000원` in Korean, `₩12,000` in any other language.
 * What a missing or a zero price is called is the caller's business.
 */
export function formatWon(amountWon: number, locale: string): string {
  const digits = wholeNumbers(locale).format(amountWon);
  return locale.startsWith('ko') ? `${digits}원` : `₩${digits}`;
}

/** A count for a small badge: `7`, `99+`. */
export function formatBadgeCount(count: number, max = 99): string {
  return count > max ? `${max}+` : String(count);
}

/** A whole number with separators: `1,204`. */
export function formatCount(count: number, locale: string): string {
  return wholeNumbers(locale).format(count);
}

const formats = new Map<string, Intl.NumberFormat>();

/** Building a format costs far more than using it, and a list uses a few for each of its cards. */
function wholeNumbers(locale: string): Intl.NumberFormat {
  const known = formats.get(locale);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  formats.set(locale, made);
  return made;
}
