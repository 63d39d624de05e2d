const MAX_DIGITS = 9;

/**
 * What a price field shows for what was typed: digits with separators, nothing else.
 *
 * @returns '' for no digits, '0', or e.g. '12,000'; at most 9 digits, so that one too many is seen and can be told
 */
export function toPriceText(typed: string): string {
  const digits = typed
    .normalize('NFKC')
    .replace(/\D/g, '')
    .replace(/^0+(?=\d)/, '')
    .slice(0, MAX_DIGITS);
  return digits.replace(/\B(?=(\d{3})+$)/g, ',');
}

/** @returns whole won, or null for an empty field (가격 협의) */
export function priceOf(priceText: string): number | null {
  const digits = priceText.replace(/\D/g, '');
  return digits === '' ? null : Number(digits);
}

/**
 * Where the caret belongs after separators have come and gone: behind the same digit as before, never behind
 * a separator, which could not be deleted.
 *
 * @param caret index in `typed`
 * @returns index in `shown`
 */
export function caretAfterFormat(typed: string, caret: number, shown: string): number {
  let digitsBehind = typed.slice(caret).replace(/\D/g, '').length;
  let index = shown.length;
  while (digitsBehind > 0 && index > 0) {
    index -= 1;
    if (/\d/.test(shown[index] ?? '')) digitsBehind -= 1;
  }
  return shown[index - 1] === ',' ? index - 1 : index;
}
