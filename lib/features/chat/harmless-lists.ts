const KINDS = [
  /^(?:1[0-2]|0?[1-9])[./](?:3[01]|[12]\d|0?[1-9])$/, // 11.23
  /^(?:[01]\d|2[0-3]):?[0-5]\d$/, // 1430
  /^\d{1,3}(?:,\d{3})+$/, // 15,000
  /^[1-9]\d*000$/, // 15000
];
const LEAST_ASCENDING = 4;

/**
 * Whether digits are several things rather than one number: dates, times, prices, or sizes in their order.
 *
 * @param text from the first digit to the last
 */
export function isHarmlessList(text: string): boolean {
  const parts = text
    .split(/[\s~]+/)
    .map((part) => part.replace(/[,.]$/, ''))
    .filter((part) => part !== '');
  if (parts.length < 2) return false;
  if (parts.every((part) => KINDS.some((kind) => kind.test(part)))) return true;
  return parts.length >= LEAST_ASCENDING && isAscending(parts);
}

function isAscending(parts: readonly string[]): boolean {
  if (!parts.every((part) => /^[1-9]\d{1,3}$/.test(part))) return false;
  return parts.every((part, index) => index === 0 || Number(part) > Number(parts[index - 1]));
}
