import { z } from 'zod';
import { personLine, personText } from '@/lib/core/text';
import { MAX_FEEDBACK, MAX_FEEDBACK_TITLE } from './limits';

/** Limits of PRODUCT.md 4. */
export const writeFeedbackSchema = z.object({
  title: personLine('feedback.title', { max: MAX_FEEDBACK_TITLE }),
  body: personText('feedback.body', { max: MAX_FEEDBACK }),
  /** one-time key of the form: a double click writes once */
  submissionId: z.uuid().optional(),
});
export type WriteFeedbackInput = z.input<typeof writeFeedbackSchema>;
