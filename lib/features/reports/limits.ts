/** Without a library: forms in the browser count by them too (PRODUCT.md 4). */
export const REPORT_CATEGORIES = ['PROHIBITED', 'NOT_RENTAL', 'PROFESSIONAL', 'FRAUD', 'OTHER'] as const;
export type ReportCategory = (typeof REPORT_CATEGORIES)[number];
export const MAX_REPORT = 512;
