import { requireResident } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { DomainError } from '@/lib/core/errors';
import { madeOnce } from '@/lib/core/made-once';
import { parseInput } from '@/lib/core/parse';
import { Prisma } from '@/lib/db/generated/client';
import { inTransaction, type Tx } from '@/lib/db/transaction';
import { createAlert } from '@/lib/features/alerts/server/create-alert';
import { appendEvent } from '@/lib/features/chat/server/append-event';
import { type WriteReviewInput, writeReviewSchema } from '@/lib/features/reviews/schemas';
import type { ReviewView } from '@/lib/features/reviews/views';
import { findReviews } from './review-rows';

interface Reviewable {
  itemId: string;
  roomId: string;
  status: string;
  startsAt: Date;
  endsAt: Date;
  totalWon: number | null;
  title: string;
  partnerId: string;
  hasPartner: boolean;
}

/**
 * One side's review of the other after a rental has ended; once each. The other's score moves in the same commit.
 *
 * @throws UNAUTHENTICATED, INVALID, NOT_FOUND for another's rental, FORBIDDEN without a district or when the other has
 *   left, CONFLICT before its end or the second time
 */
export async function writeReview(ctx: ServiceContext, input: WriteReviewInput): Promise<ReviewView> {
  const { id: reviewerId } = requireResident(ctx.actor);
  const review = parseInput(writeReviewSchema, input);
  const find = (id: string) => findOwn(ctx, id, reviewerId);
  return madeOnce(ctx, find, async (id) => {
    await store(ctx, { id, reviewerId, ...review });
    const stored = await find(id);
    if (!stored) throw new DomainError('NOT_FOUND', 'notFound');
    return stored;
  });
}

async function findOwn(ctx: ServiceContext, id: string, reviewerId: string): Promise<ReviewView | null> {
  const own = Prisma.sql`review."id" = ${id}::uuid AND review."reviewerId" = ${reviewerId}::uuid`;
  const { data } = await findReviews(ctx, own, { limit: 1 });
  return data[0] ?? null;
}

type NewReview = { id: string; rentalId: string; reviewerId: string; stars: number; body: string };

async function store(ctx: ServiceContext, { id, rentalId, reviewerId, stars, body }: NewReview) {
  await inTransaction(ctx, async (tx) => {
    const rental = await findReviewable(tx, rentalId, reviewerId);
    if (!rental) throw new DomainError('NOT_FOUND', 'notFound');
    if (rental.status !== 'ENDED') throw new DomainError('CONFLICT', 'review.notEnded');
    if (!rental.hasPartner) throw new DomainError('FORBIDDEN', 'review.memberLeft');
    const { itemId, roomId, partnerId, title, totalWon } = rental;
    await storeReview(tx, ctx, { id, rentalId, itemId, reviewerId, partnerId, stars, body });
    const [startsAt, endsAt] = [rental.startsAt.toISOString(), rental.endsAt.toISOString()];
    await appendEvent(tx, ctx, {
      roomId,
      memberIds: [reviewerId, partnerId],
      actorId: reviewerId,
      event: { type: 'REVIEW_WRITTEN', rentalId, startsAt, endsAt, totalWon },
    });
    const to = { userId: partnerId, senderId: reviewerId, roomId, itemId, rentalId, title };
    await createAlert(tx, ctx, { ...to, kind: 'REVIEW_RECEIVED' });
  });
}

async function findReviewable(tx: Tx, rentalId: string, reviewerId: string): Promise<Reviewable | null> {
  const [row] = await tx.db.$queryRaw<Reviewable[]>`
    SELECT rental."itemId", rental."roomId", rental."status", rental."startsAt", rental."endsAt",
      rental."totalWon", item."title", partner."id" AS "partnerId", partner."nickname" IS NOT NULL AS "hasPartner"
    FROM "Rental" rental
    JOIN "Item" item ON item."id" = rental."itemId"
    JOIN "User" partner ON partner."id" <> ${reviewerId}::uuid
      AND partner."id" IN (rental."lenderId", rental."renterId")
    WHERE rental."id" = ${rentalId}::uuid AND ${reviewerId}::uuid IN (rental."lenderId", rental."renterId")`;
  return row ?? null;
}

/** The review and the other's score in one statement: the second time neither changes. */
async function storeReview(
  tx: Tx,
  ctx: ServiceContext,
  review: {
    id: string;
    rentalId: string;
    itemId: string;
    reviewerId: string;
    partnerId: string;
    stars: number;
    body: string;
  },
) {
  const { id, rentalId, itemId, reviewerId, partnerId, stars, body } = review;
  const counted = await tx.db.$executeRaw`
    WITH stored AS (
      INSERT INTO "Review" ("id", "rentalId", "itemId", "reviewerId", "reviewedId", "stars", "body", "createdAt")
      VALUES (${id}::uuid, ${rentalId}::uuid, ${itemId}::uuid, ${reviewerId}::uuid, ${partnerId}::uuid,
        ${stars}, ${body}, ${ctx.now()})
      ON CONFLICT ("rentalId", "reviewerId") DO NOTHING RETURNING "stars"
    )
    UPDATE "User" SET "reviewCount" = "reviewCount" + 1, "starSum" = "starSum" + stored."stars"
    FROM stored WHERE "User"."id" = ${partnerId}::uuid`;
  if (counted !== 1) throw new DomainError('CONFLICT', 'review.already');
}
