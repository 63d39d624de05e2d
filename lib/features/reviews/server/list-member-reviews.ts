import type { ServiceContext } from '@/lib/core/context';
import type { Page } from '@/lib/core/page';
import { parseInput } from '@/lib/core/parse';
import { Prisma } from '@/lib/db/generated/client';
import { type ListReviewsInput, listReviewsSchema } from '@/lib/features/reviews/schemas';
import type { ReviewView } from '@/lib/features/reviews/views';
import { userIdSchema } from '@/lib/features/users/schemas';
import { findReviews } from './review-rows';

const schema = listReviewsSchema.extend(userIdSchema.shape);

/**
 * The reviews that a member has received, newest first, in one statement.
 *
 * @throws INVALID
 */
export async function listMemberReviews(
  ctx: ServiceContext,
  input: ListReviewsInput & { userId: string },
): Promise<Page<ReviewView>> {
  const { userId, ...page } = parseInput(schema, input);
  return findReviews(ctx, Prisma.sql`review."reviewedId" = ${userId}::uuid`, page);
}
