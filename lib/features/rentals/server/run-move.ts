import { requireResident } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { DomainError } from '@/lib/core/errors';
import { madeOnce } from '@/lib/core/made-once';
import { parseInput } from '@/lib/core/parse';
import { inTransaction, type Tx } from '@/lib/db/transaction';
import { hasLapsed, isDue } from '@/lib/features/rentals/effective-status';
import {
  nextStatus,
  type Party,
  type RentalMove,
  type RentalStatus,
} from '@/lib/features/rentals/rental-state';
import { type MoveRentalInput, moveRentalSchema } from '@/lib/features/rentals/schemas';
import type { RentalView } from '@/lib/features/rentals/views';
import { getRental } from './get-rental';
import { type LockedRental, lockRental } from './lock-rental';
import { moveRental, type RentalChange } from './move-rental';

type Step = (tx: Tx, rental: LockedRental, change: RentalChange) => Promise<unknown>;

/**
 * A move that a person makes: locks, asks the clock and the table of states, does `step` (by default just the move) and
 * gives the rental as it is then. A request that comes again finds the move that it made.
 *
 * @throws UNAUTHENTICATED, FORBIDDEN without a district or for the wrong side, INVALID, NOT_FOUND for another's rental,
 *   CONFLICT in the wrong state or after its expiry
 */
export async function runMove(
  ctx: ServiceContext,
  input: MoveRentalInput,
  move: RentalMove,
  step: Step = (tx, rental, change) => moveRental(tx, ctx, rental, change),
): Promise<RentalView> {
  const { id: actorId } = requireResident(ctx.actor);
  const { rentalId, reason } = parseInput(moveRentalSchema, input);
  await madeOnce(
    ctx,
    (id) => findMade(ctx, id, rentalId),
    () => makeMove(ctx, { rentalId, actorId, reason }, move, step),
  );
  return getRental(ctx, { rentalId });
}

/** The row of history that a move under this id has left. */
function findMade(ctx: ServiceContext, id: string, rentalId: string): Promise<object | null> {
  return ctx.db.rentalEvent.findFirst({ where: { id, rentalId }, select: { id: true } });
}

async function makeMove(
  ctx: ServiceContext,
  { rentalId, actorId, reason }: { rentalId: string; actorId: string; reason: string | undefined },
  move: RentalMove,
  step: Step,
): Promise<object> {
  const { onceId } = ctx;
  await inTransaction(ctx, async (tx) => {
    const locked = await lockRental(tx, rentalId, actorId);
    const party = { isAuthor: locked.authorId === actorId, isLender: locked.lenderId === actorId };
    refuseWrongSide(locked.status, move, party);
    if (hasLapsed(locked, ctx.now())) throw new DomainError('CONFLICT', 'rental.expired');
    const rental = move === 'handOver' ? locked : await startIfDue(tx, ctx, locked);
    const to = nextStatus(rental.status, move, party);
    if (!to) throw new DomainError('CONFLICT', 'rental.moved');
    await step(tx, rental, { to, actorId, ...(reason && { reason }), ...(onceId && { eventId: onceId }) });
  });
  return { rentalId };
}

/** Begins a booked rental whose period has begun, unless another of the item is still out. */
export async function startIfDue(
  tx: Tx,
  ctx: ServiceContext,
  rental: LockedRental,
  actorId: string | null = null,
): Promise<LockedRental> {
  if (!isDue(rental, ctx.now()) || rental.hasOtherActive) return rental;
  return moveRental(tx, ctx, rental, { to: 'ACTIVE', actorId });
}

/** What the other side may do now, this one may not. */
function refuseWrongSide(status: RentalStatus, move: RentalMove, party: Party) {
  if (nextStatus(status, move, party)) return;
  const sides = [true, false].flatMap((isAuthor) =>
    [true, false].map((isLender) => ({ isAuthor, isLender })),
  );
  if (sides.some((side) => nextStatus(status, move, side))) {
    throw new DomainError('FORBIDDEN', 'rental.notAllowed');
  }
}
