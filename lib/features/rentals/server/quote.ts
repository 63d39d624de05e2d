import type { ServiceContext } from '@/lib/core/context';
import { DomainError, invalidField } from '@/lib/core/errors';
import { parseInput } from '@/lib/core/parse';
import type { PriceUnit } from '@/lib/features/items/schemas';
import { periodProblems } from '@/lib/features/rentals/period';
import { quotePeriod } from '@/lib/features/rentals/pricing';
import { type QuoteRentalInput, quoteRentalSchema } from '@/lib/features/rentals/schemas';
import type { QuoteView } from '@/lib/features/rentals/views';

/**
 * What a period would cost at the item's price now. The request computes its own and keeps it.
 *
 * @throws INVALID with a problem at each field, NOT_FOUND when there is no such item or it is gone
 */
export async function quoteRental(ctx: ServiceContext, input: QuoteRentalInput): Promise<QuoteView> {
  const { itemId, startsAt, endsAt } = parseInput(quoteRentalSchema, input);
  const item = await ctx.db.item.findFirst({
    where: { id: itemId, deletedAt: null, hiddenAt: null },
    select: { priceWon: true, priceUnit: true },
  });
  if (!item) throw new DomainError('NOT_FOUND', 'notFound');
  return quoteItem(item, { startsAt, endsAt }, ctx.now());
}

/** What a total may come to: the database keeps it as a 32-bit number. */
const MAX_TOTAL_WON = 2_147_483_647;

/** @throws INVALID with a problem at each field that breaks a rule of PRODUCT.md 4, or for a total beyond all bounds */
export function quoteItem(
  item: { priceWon: number | null; priceUnit: PriceUnit },
  { startsAt, endsAt }: { startsAt: Date; endsAt: Date },
  now: Date,
): QuoteView {
  const fields = periodProblems(startsAt, endsAt, now);
  if (fields[0]) throw new DomainError('INVALID', fields[0].reason, { fields });
  const quote = quotePeriod({ unit: item.priceUnit, won: item.priceWon }, startsAt, endsAt);
  if ((quote.totalWon ?? 0) > MAX_TOTAL_WON) throw invalidField('endsAt', 'rental.tooExpensive');
  return quote;
}
