/** Without a library: forms in the browser count by them too (PRODUCT.md 4). */
export const MAX_MESSAGE = 1_000;
