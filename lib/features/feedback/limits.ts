/** Without a library: forms in the browser count by them too (PRODUCT.md 4). */
export const MAX_FEEDBACK_TITLE = 70;
export const MAX_FEEDBACK = 512;
