import type { ServiceContext } from '@/lib/core/context';
import type { Page } from '@/lib/core/page';
import { parseInput } from '@/lib/core/parse';
import { Prisma } from '@/lib/db/generated/client';
import { itemIdSchema } from '@/lib/features/items/schemas';
import { type ListReviewsInput, listReviewsSchema } from '@/lib/features/reviews/schemas';
import type { ReviewView } from '@/lib/features/reviews/views';
import { findReviews } from './review-rows';

const schema = listReviewsSchema.extend(itemIdSchema.shape);

/**
 * What others have written about an item's author after renting it, newest first, in one statement.
 *
 * @throws INVALID
 */
export async function listItemReviews(
  ctx: ServiceContext,
  input: ListReviewsInput & { itemId: string },
): Promise<Page<ReviewView>> {
  const { itemId, ...page } = parseInput(schema, input);
  const which = Prisma.sql`review."itemId" = ${itemId}::uuid AND review."reviewedId" = item."authorId"`;
  return findReviews(ctx, which, page);
}
