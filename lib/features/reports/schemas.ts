import { z } from 'zod';
import { idSchema } from '@/lib/core/ids';
import { personText } from '@/lib/core/text';
import { MAX_REPORT, REPORT_CATEGORIES } from './limits';

export const reportFieldsSchema = z.object({
  itemId: idSchema,
  /** the message that the report is about, in a room of this item */
  messageId: idSchema.optional(),
  category: z.enum(REPORT_CATEGORIES, { error: 'report.category' }),
  text: personText('report.text', { min: 0, max: MAX_REPORT }).default(''),
});

/** Limits of PRODUCT.md 4: OTHER says in words what is wrong. */
export const writeReportSchema = reportFieldsSchema.refine(
  ({ category, text }) => category !== 'OTHER' || text !== '',
  {
    path: ['text'],
    error: 'report.textRequired',
  },
);

export type WriteReportInput = z.input<typeof writeReportSchema>;
