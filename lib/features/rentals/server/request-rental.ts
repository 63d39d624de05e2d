import { requireResident } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { DomainError } from '@/lib/core/errors';
import { madeOnce } from '@/lib/core/made-once';
import { parseInput } from '@/lib/core/parse';
import { inTransaction, type Tx } from '@/lib/db/transaction';
import { hasLapsed } from '@/lib/features/rentals/effective-status';
import { requestExpiry } from '@/lib/features/rentals/period';
import { type RequestRentalInput, requestRentalSchema } from '@/lib/features/rentals/schemas';
import type { RentalView } from '@/lib/features/rentals/views';
import { getRental } from './get-rental';
import { type LockedItem, lockItem, lockRental } from './lock-rental';
import { moveRental } from './move-rental';
import { quoteItem } from './quote';
import { recordChange } from './record-change';

interface Parties {
  roomId: string;
  itemId: string;
  authorId: string;
  inquirerId: string;
}

type Period = { startsAt: Date; endsAt: Date };

/**
 * The inquirer asks, from their room, for the item in a period. The price is the server's own and is kept with the
 * rental.
 *
 * @throws UNAUTHENTICATED, INVALID with a problem at each field, NOT_FOUND for another's room, FORBIDDEN without a
 *   district, for the author, or when the author has left, CONFLICT when the item is gone or closed, when a request of
 *   theirs is open, or when the period is booked
 */
export async function requestRental(ctx: ServiceContext, input: RequestRentalInput): Promise<RentalView> {
  const member = requireResident(ctx.actor);
  const { roomId, startsAt, endsAt } = parseInput(requestRentalSchema, input);
  const parties = await findParties(ctx, roomId, member.id);
  const rentalId = await madeOnce(
    ctx,
    (id) => findOwn(ctx, id, roomId),
    (id) => request(ctx, id, member.id, parties, { startsAt, endsAt }),
  );
  return getRental(ctx, { rentalId });
}

async function findOwn(ctx: ServiceContext, rentalId: string, roomId: string): Promise<string | null> {
  const found = await ctx.db.rental.findFirst({ where: { id: rentalId, roomId }, select: { id: true } });
  return found?.id ?? null;
}

async function request(
  ctx: ServiceContext,
  rentalId: string,
  memberId: string,
  parties: Parties,
  period: Period,
): Promise<string> {
  const { startsAt } = period;
  await inTransaction(ctx, async (tx) => {
    const item = await lockItem(tx, parties.itemId);
    refuseItem(item, parties, memberId);
    await refuseBlocked(tx, parties.roomId);
    const quote = quoteItem(item, period, ctx.now());
    await refuseOpenRequest(tx, ctx, parties);
    await refuseBooked(tx, parties.itemId, period);
    const [now, isOffer] = [ctx.now(), item.section === 'OFFER'];
    await tx.db.rental.create({
      data: {
        id: rentalId,
        ...parties,
        lenderId: isOffer ? parties.authorId : parties.inquirerId,
        renterId: isOffer ? parties.inquirerId : parties.authorId,
        ...period,
        ...quote,
        expiresAt: requestExpiry(startsAt, now),
        createdAt: now,
        updatedAt: now,
      },
      select: { id: true },
    });
    const rental = await lockRental(tx, rentalId, memberId);
    await recordChange(tx, ctx, rental, { from: null, to: 'REQUESTED', actorId: memberId });
  });
  return rentalId;
}

async function findParties(ctx: ServiceContext, roomId: string, viewerId: string): Promise<Parties> {
  const room = await ctx.db.room.findFirst({
    where: { id: roomId, OR: [{ authorId: viewerId }, { inquirerId: viewerId }] },
    select: { itemId: true, authorId: true, inquirerId: true },
  });
  if (!room) throw new DomainError('NOT_FOUND', 'notFound');
  return { roomId, ...room };
}

function refuseItem(item: LockedItem, { authorId }: Parties, viewerId: string) {
  if (authorId === viewerId) {
    throw new DomainError('FORBIDDEN', item.section === 'OFFER' ? 'rental.own' : 'rental.inquirerOnly');
  }
  if (!item.hasAuthor) throw new DomainError('FORBIDDEN', 'chat.partnerLeft');
  if (item.isGone) throw new DomainError('CONFLICT', 'item.gone');
  if (item.status === 'CLOSED') throw new DomainError('CONFLICT', 'rental.closed');
}

/** The room is locked, so that whoever blocks either comes before or finds the request. */
async function refuseBlocked(tx: Tx, roomId: string) {
  const [room] = await tx.db.$queryRaw<{ isBlocked: boolean }[]>`
    SELECT "blockedAt" IS NOT NULL AS "isBlocked" FROM "Room" WHERE "id" = ${roomId}::uuid FOR NO KEY UPDATE`;
  if (room?.isBlocked) throw new DomainError('FORBIDDEN', 'chat.blocked');
}

/** One open request by one person for one item; one that has lapsed is written down as such and makes way. */
async function refuseOpenRequest(tx: Tx, ctx: ServiceContext, { itemId, inquirerId }: Parties) {
  const open = await tx.db.rental.findFirst({
    where: { itemId, inquirerId, status: 'REQUESTED' },
    select: { id: true },
  });
  if (!open) return;
  const rental = await lockRental(tx, open.id, null);
  if (!hasLapsed(rental, ctx.now())) throw new DomainError('CONFLICT', 'rental.openRequest');
  await moveRental(tx, ctx, rental, { to: 'EXPIRED', actorId: null });
}

async function refuseBooked(tx: Tx, itemId: string, { startsAt, endsAt }: Period) {
  const booked = await tx.db.rental.findFirst({
    where: {
      itemId,
      status: { in: ['ACCEPTED', 'ACTIVE'] },
      startsAt: { lt: endsAt },
      endsAt: { gt: startsAt },
    },
    select: { id: true },
  });
  if (booked) throw new DomainError('CONFLICT', 'rental.overlap');
}
