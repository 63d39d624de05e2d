import fc from 'fast-check';
import { caretAfterFormat, priceOf, toPriceText } from '@/lib/features/items/price-text';

it.each([
  ['', '', null],
  ['0', '0', 0],
  ['000', '0', 0],
  ['005', '5', 5],
  ['5000', '5,000', 5_000],
  ['12,0005', '120,005', 120_005],
  ['10000000', '10,000,000', 10_000_000],
  ['-5원', '5', 5],
  ['5000', '5,000', 5_000],
  ['가격', '', null],
])('%p is shown as %p and means %p', (typed, shown, won) => {
  expect(toPriceText(typed)).toBe(shown);
  expect(priceOf(shown)).toBe(won);
});

it('shows every price so that it reads back as itself', () => {
  fc.assert(fc.property(fc.nat(999_999_999), (won) => priceOf(toPriceText(String(won))) === won));
});

it.each([
  // a digit typed between the 1 and the 2 of 1,234
  ['19,234', 2, '19,234', 2],
  ['1234', 4, '1,234', 5],
  ['1234', 1, '1,234', 1],
  // 1,234 without its 2
  ['1,34', 2, '134', 1],
])('of %p with the caret at %p it is shown in %p at %p', (typed, caret, shown, expected) => {
  expect(toPriceText(typed)).toBe(shown);
  expect(caretAfterFormat(typed, caret, shown)).toBe(expected);
});
