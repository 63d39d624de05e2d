declare const CONTENT: unique symbol;

/** A value as JSON, on its way from a page to a part in the browser. */
export type Sealed<T> = string & { readonly [CONTENT]: T };

/**
 * For lists that a page hands to a part in the browser: the renderer visits every value of an object three times, a text
 * once (docs/decisions/0030).
 *
 * @param value of what JSON can say: texts, numbers, lists, records; times as ISO 8601
 */
export function seal<T>(value: T): Sealed<T> {
  return JSON.stringify(value) as Sealed<T>;
}

/** @returns a new object each time: keep it (`useMemo`) where its identity matters */
export function unseal<T>(sealed: Sealed<T>): T {
  return JSON.parse(sealed) as T;
}
