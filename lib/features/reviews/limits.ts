/** Without a library: forms in the browser count by them too (PRODUCT.md 4). */
export const MAX_REVIEW = 300;

/** Reviews in the first answer, and on the page of an item. */
export const REVIEW_PAGE = 10;
