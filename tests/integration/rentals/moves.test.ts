import type { MemberActor } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { sendMessage } from '@/lib/features/chat/server/send-message';
import type { MoveRentalInput } from '@/lib/features/rentals/schemas';
import { acceptRental } from '@/lib/features/rentals/server/accept-rental';
import { cancelRental } from '@/lib/features/rentals/server/cancel-rental';
import { endRental } from '@/lib/features/rentals/server/end-rental';
import { getRental } from '@/lib/features/rentals/server/get-rental';
import { handOverRental } from '@/lib/features/rentals/server/hand-over-rental';
import { rejectRental } from '@/lib/features/rentals/server/reject-rental';
import { requestRental } from '@/lib/features/rentals/server/request-rental';
import type { RentalView } from '@/lib/features/rentals/views';
import { createRequest, createScene, DAY_MS, HOUR_MS, periodFrom } from '@/tests/factories/scenes';
import { refusalOf } from '@/tests/support/refusal';
import { useTestEnv } from '@/tests/support/test-env';

const MOVES: Record<string, (ctx: ServiceContext, input: MoveRentalInput) => Promise<RentalView>> = {
  accept: acceptRental,
  reject: rejectRental,
  cancel: cancelRental,
  handOver: handOverRental,
  end: endRental,
};

describe('moves of a rental', () => {
  const env = useTestEnv();

  async function requested(itemOverrides = {}, fromMs = DAY_MS) {
    const scene = await createScene(env, itemOverrides);
    const { inquirer, roomId } = scene;
    const rental = await requestRental(env.ctx(inquirer), { roomId, ...periodFrom(env, fromMs) });
    return { ...scene, rental, rentalId: rental.id };
  }

  const by = (actor: MemberActor, move: string, rentalId: string, reason?: string) =>
    (MOVES[move] ?? acceptRental)(env.ctx(actor), { rentalId, ...(reason && { reason }) });

  const historyOf = async (rentalId: string) =>
    (
      await env.db.rentalEvent.findMany({
        where: { rentalId },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      })
    ).map(({ fromStatus, toStatus, actorId }) => [fromStatus, toStatus, actorId]);

  const itemOf = (id: string) =>
    env.db.item.findUniqueOrThrow({ where: { id }, select: { status: true, rentedUntil: true } });

  it.each(Object.keys(MOVES))('a stranger is refused: %s', async (move) => {
    const { stranger, rentalId, inquirer } = await requested();
    expect(await refusalOf(by(stranger, move, rentalId))).toMatchObject({ code: 'NOT_FOUND' });
    const visitor = MOVES[move]?.(env.ctx(), { rentalId });
    expect(await refusalOf(visitor as Promise<unknown>)).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect((await getRental(env.ctx(inquirer), { rentalId })).status).toBe('REQUESTED');
  });

  it('a renter cannot accept or reject their own request, a lender cannot take it back', async () => {
    const { author, inquirer, rentalId } = await requested();
    for (const move of ['accept', 'reject']) {
      expect(await refusalOf(by(inquirer, move, rentalId))).toMatchObject({ code: 'FORBIDDEN' });
    }
    expect(await refusalOf(by(author, 'cancel', rentalId))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refusalOf(by(author, 'end', rentalId))).toMatchObject({ code: 'CONFLICT' });
  });

  it('goes from request to end: booked, started by the clock, ended by the lender', async () => {
    const { author, inquirer, item, rentalId } = await requested();
    expect((await by(author, 'accept', rentalId)).status).toBe('ACCEPTED');
    expect((await itemOf(item.id)).status).toBe('AVAILABLE');
    env.clock.advance(DAY_MS);
    const seen = await getRental(env.ctx(inquirer), { rentalId });
    expect(seen).toMatchObject({ status: 'ACTIVE', moves: [] });
    expect(await refusalOf(by(inquirer, 'cancel', rentalId))).toMatchObject({ key: 'rental.moved' });
    expect(await refusalOf(by(inquirer, 'end', rentalId))).toMatchObject({ code: 'CONFLICT' });
    const ended = await by(author, 'end', rentalId);
    expect(ended).toMatchObject({ status: 'ENDED', canReview: true });
    expect(await itemOf(item.id)).toEqual({ status: 'AVAILABLE', rentedUntil: null });
    expect(await historyOf(rentalId)).toEqual([
      [null, 'REQUESTED', inquirer.id],
      ['REQUESTED', 'ACCEPTED', author.id],
      ['ACCEPTED', 'ACTIVE', null],
      ['ACTIVE', 'ENDED', author.id],
    ]);
  });

  it('is on rent at once when its period has begun, until the time that was agreed', async () => {
    const { author, item, rental, rentalId } = await requested({ autoRelist: false }, 0);
    expect((await by(author, 'accept', rentalId)).status).toBe('ACTIVE');
    expect(await itemOf(item.id)).toEqual({ status: 'RENTED', rentedUntil: new Date(rental.endsAt) });
    await by(author, 'end', rentalId);
    expect(await itemOf(item.id)).toEqual({ status: 'CLOSED', rentedUntil: null });
  });

  it('leaves one row of history, one event in the room and one alert to the other side for each change', async () => {
    const { author, inquirer, roomId, rentalId } = await requested();
    env.events.length = 0;
    await by(author, 'reject', rentalId, '그날은 제가 써요');
    const events = await env.db.message.findMany({
      where: { roomId, kind: 'EVENT' },
      orderBy: { seq: 'asc' },
    });
    expect(
      events.map(({ seq, senderId, event }) => [seq, senderId, (event as { type: string }).type]),
    ).toEqual([
      [1, inquirer.id, 'RENTAL_REQUESTED'],
      [2, author.id, 'RENTAL_REJECTED'],
    ]);
    expect(events[1]?.event).toMatchObject({ rentalId, reason: '그날은 제가 써요' });
    const alerts = await env.db.alert.findMany({ where: { roomId }, orderBy: { id: 'asc' } });
    expect(alerts.map(({ userId, kind, senderId }) => [userId, kind, senderId])).toEqual([
      [author.id, 'RENTAL_REQUESTED', inquirer.id],
      [inquirer.id, 'RENTAL_REJECTED', author.id],
    ]);
    expect(env.events.map(({ type }) => type)).toEqual(['message.stored', 'alert.created', 'rental.changed']);
    expect(env.events[2]).toMatchObject({ memberIds: [author.id, inquirer.id], status: 'REJECTED' });
  });

  it('2022 fault: rejecting deleted the history', async () => {
    const { author, inquirer, rentalId } = await requested();
    await by(author, 'reject', rentalId);
    expect((await getRental(env.ctx(inquirer), { rentalId })).status).toBe('REJECTED');
    await expect(env.db.rentalEvent.deleteMany({ where: { rentalId } })).rejects.toThrow();
    expect(await historyOf(rentalId)).toHaveLength(2);
  });

  it('either can call a booking off before it begins', async () => {
    const [one, two] = [await requested(), await requested()];
    for (const { author, rentalId } of [one, two]) await by(author, 'accept', rentalId);
    expect((await by(one.author, 'cancel', one.rentalId)).status).toBe('CANCELLED');
    expect((await by(two.inquirer, 'cancel', two.rentalId)).status).toBe('CANCELLED');
  });

  it('cannot be accepted after it lapsed, and shows as expired before any job has come round', async () => {
    const { author, rentalId } = await requested();
    env.clock.advance(DAY_MS + 1);
    expect(await getRental(env.ctx(author), { rentalId })).toMatchObject({ status: 'EXPIRED', moves: [] });
    expect(await refusalOf(by(author, 'accept', rentalId))).toMatchObject({
      code: 'CONFLICT',
      key: 'rental.expired',
    });
  });

  it('the lender hands over early, but not while another is out or booked before it', async () => {
    const { author, item, rental, rentalId } = await requested();
    await by(author, 'accept', rentalId);
    const later = await createRequest(env, item.id, periodFrom(env, 5 * DAY_MS));
    await by(author, 'accept', later.rental.id);
    expect(await refusalOf(by(author, 'handOver', later.rental.id))).toMatchObject({ key: 'rental.overlap' });
    expect(await by(author, 'handOver', rentalId)).toMatchObject({
      status: 'ACTIVE',
      startsAt: rental.startsAt,
    });
    expect(await refusalOf(by(author, 'handOver', later.rental.id))).toMatchObject({
      key: 'rental.notReturned',
    });
    await by(author, 'end', rentalId);
    expect((await by(author, 'handOver', later.rental.id)).status).toBe('ACTIVE');
  });

  it('a booking waits while the one before it is overdue, and starts when the thing is back', async () => {
    const { author, item, rentalId } = await requested({}, 0);
    await by(author, 'accept', rentalId);
    const next = await createRequest(env, item.id, periodFrom(env, DAY_MS));
    await by(author, 'accept', next.rental.id);
    env.clock.advance(DAY_MS + HOUR_MS);
    expect(await getRental(env.ctx(author), { rentalId })).toMatchObject({
      status: 'ACTIVE',
      isOverdue: true,
    });
    const see = () => getRental(env.ctx(next.inquirer), { rentalId: next.rental.id });
    expect((await see()).status).toBe('ACCEPTED');
    await by(author, 'end', rentalId);
    expect((await see()).status).toBe('ACTIVE');
  });

  it('2022 fault: races doubled contracts: of 20 equal clicks one counts', async () => {
    const { author, rentalId } = await requested();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, () => by(author, 'accept', rentalId)),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await historyOf(rentalId)).toHaveLength(2);
  });

  it('racing moves of one rental and messages in its room never deadlock', async () => {
    const { author, inquirer, roomId, rentalId } = await requested();
    const messages = Array.from({ length: 40 }, (_, index) =>
      sendMessage(env.ctx(index % 2 ? author : inquirer), {
        roomId,
        clientId: `c${index}`,
        body: `${index}`,
      }),
    );
    const moves = [
      by(author, 'accept', rentalId),
      by(inquirer, 'cancel', rentalId),
      by(author, 'reject', rentalId),
    ];
    const [sent, moved] = await Promise.all([Promise.all(messages), Promise.allSettled(moves)]);
    for (const outcome of moved) {
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'CONFLICT' });
    }
    const seqs = (await env.db.message.findMany({ where: { roomId }, orderBy: { seq: 'asc' } })).map(
      ({ seq }) => seq,
    );
    expect(seqs).toEqual(Array.from({ length: seqs.length }, (_, index) => index + 1));
    expect(seqs.length).toBeGreaterThan(sent.length);
  });
});
