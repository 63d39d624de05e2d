'use server';

import { refresh } from 'next/cache';
import type { WriteReviewInput } from '@/lib/features/reviews/schemas';
import { writeReview as writeReviewVerb } from '@/lib/features/reviews/server/write-review';
import type { ReviewView } from '@/lib/features/reviews/views';
import { runAction } from '@/lib/next/action';
import type { ActionResult } from '@/lib/next/action-result';
import { asOnce, type Submission } from '@/lib/next/once';

export async function writeReview(input: WriteReviewInput & Submission): Promise<ActionResult<ReviewView>> {
  const result = await runAction(asOnce('writeReview', writeReviewVerb), input);
  if (result.ok) refresh();
  return result;
}
