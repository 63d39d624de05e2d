import { z } from 'zod';
import { idSchema } from '@/lib/core/ids';
import { personText } from '@/lib/core/text';
import { MAX_REVIEW, REVIEW_PAGE } from './limits';

export const writeReviewSchema = z.object({
  rentalId: idSchema,
  stars: z.int({ error: 'review.stars' }).min(1, { error: 'review.stars' }).max(5, { error: 'review.stars' }),
  body: personText('review.body', { max: MAX_REVIEW }),
});
export type WriteReviewInput = z.input<typeof writeReviewSchema>;

export const listReviewsSchema = z.object({
  cursor: z.string().max(100).optional(),
  limit: z.int().min(1).max(50).default(REVIEW_PAGE),
});
export type ListReviewsInput = z.input<typeof listReviewsSchema>;
