import { acceptRental } from '@/lib/features/rentals/server/accept-rental';
import { quoteRental } from '@/lib/features/rentals/server/quote';
import { requestRental } from '@/lib/features/rentals/server/request-rental';
import { createMember } from '@/tests/factories/people';
import { createRequest, createScene, DAY_MS, HOUR_MS, periodFrom } from '@/tests/factories/scenes';
import { refusalOf } from '@/tests/support/refusal';
import { useTestEnv } from '@/tests/support/test-env';

describe('a rental request', () => {
  const env = useTestEnv();

  it('keeps the quote of the server: a later price change alters nothing agreed', async () => {
    const { inquirer, item, roomId } = await createScene(env, { priceWon: 3_000, priceUnit: 'HOUR' });
    const period = periodFrom(env, HOUR_MS, 2.5 * HOUR_MS);
    const quote = await quoteRental(env.ctx(inquirer), { itemId: item.id, ...period });
    expect(quote).toEqual({ priceUnit: 'HOUR', units: 3, unitPriceWon: 3_000, totalWon: 9_000 });
    const rental = await requestRental(env.ctx(inquirer), { roomId, ...period });
    await env.db.item.update({ where: { id: item.id }, data: { priceWon: 9_999_999 } });
    expect(rental).toMatchObject({ ...quote, status: 'REQUESTED', isLender: false, isAuthor: false });
    expect((await env.db.rental.findUniqueOrThrow({ where: { id: rental.id } })).totalWon).toBe(9_000);
  });

  it('makes the inquirer the lender of a WANTED item', async () => {
    const { author, inquirer, roomId } = await createScene(env, { section: 'WANTED' });
    const rental = await requestRental(env.ctx(inquirer), { roomId, ...periodFrom(env, DAY_MS) });
    expect(rental.isLender).toBe(true);
    const booked = await acceptRental(env.ctx(author), { rentalId: rental.id });
    expect(booked).toMatchObject({ isLender: false, isAuthor: true, moves: ['cancel'] });
  });

  it.each([
    ['2022 fault: rentals in the past', -DAY_MS, DAY_MS, { startsAt: 'rental.past' }],
    ['2022 fault: rentals of negative length', DAY_MS, -HOUR_MS, { endsAt: 'rental.tooShort' }],
    ['shorter than an hour', DAY_MS, HOUR_MS - 1, { endsAt: 'rental.tooShort' }],
    ['longer than 12 months', DAY_MS, 366 * DAY_MS, { endsAt: 'rental.tooLong' }],
    ['more than 12 months ahead', 367 * DAY_MS, DAY_MS, { startsAt: 'rental.tooFar' }],
  ])('%s', async (_name, fromMs, lengthMs, fields) => {
    const { inquirer, roomId } = await createScene(env);
    const request = requestRental(env.ctx(inquirer), { roomId, ...periodFrom(env, fromMs, lengthMs) });
    expect(await refusalOf(request)).toMatchObject({ code: 'INVALID', fields });
    expect(await env.db.rental.count({ where: { roomId } })).toBe(0);
  });

  it('with a total beyond what can be kept is refused and is no failure', async () => {
    const { inquirer, item, roomId } = await createScene(env, { priceWon: 10_000_000, priceUnit: 'HOUR' });
    const period = periodFrom(env, DAY_MS, 300 * DAY_MS);
    const expected = { code: 'INVALID', fields: { endsAt: 'rental.tooExpensive' } };
    expect(await refusalOf(requestRental(env.ctx(inquirer), { roomId, ...period }))).toMatchObject(expected);
    expect(await refusalOf(quoteRental(env.ctx(), { itemId: item.id, ...period }))).toMatchObject(expected);
  });

  it.each(['tomorrow', 7, null, '2026-13-45T00:00:00Z'])(
    'with the start %p is refused at the field',
    async (startsAt) => {
      const { inquirer, roomId } = await createScene(env);
      const input = { roomId, ...periodFrom(env, DAY_MS), startsAt } as never;
      expect(await refusalOf(requestRental(env.ctx(inquirer), input))).toMatchObject({
        code: 'INVALID',
        fields: { startsAt: 'rental.startsAt' },
      });
    },
  );

  it('2022 fault: rentals of one’s own item', async () => {
    const { author, roomId } = await createScene(env);
    const request = requestRental(env.ctx(author), { roomId, ...periodFrom(env, DAY_MS) });
    expect(await refusalOf(request)).toMatchObject({ code: 'FORBIDDEN', key: 'rental.own' });
  });

  it('a stranger is refused, and whoever has no district', async () => {
    const { stranger, inquirer, roomId } = await createScene(env);
    const input = { roomId, ...periodFrom(env, DAY_MS) };
    expect(await refusalOf(requestRental(env.ctx(stranger), input))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refusalOf(requestRental(env.ctx(), input))).toMatchObject({ code: 'UNAUTHENTICATED' });
    const nowhere = { ...inquirer, regionCode: null };
    expect(await refusalOf(requestRental(env.ctx(nowhere), input))).toMatchObject({
      key: 'auth.regionRequired',
    });
  });

  it('a second open one by the same person is refused, racing ones too', async () => {
    const { inquirer, roomId } = await createScene(env);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 10 }, (_, index) =>
        requestRental(env.ctx(inquirer), { roomId, ...periodFrom(env, (index + 1) * 2 * DAY_MS) }),
      ),
    );
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused).toHaveLength(9);
    for (const { reason } of refused)
      expect(reason).toMatchObject({ code: 'CONFLICT', reason: { key: 'rental.openRequest' } });
  });

  it('makes way for a new one once it has lapsed, before any job has come round', async () => {
    const { inquirer, roomId } = await createScene(env);
    const first = await requestRental(env.ctx(inquirer), { roomId, ...periodFrom(env, DAY_MS) });
    env.clock.advance(2 * DAY_MS);
    await requestRental(env.ctx(inquirer), { roomId, ...periodFrom(env, DAY_MS) });
    expect((await env.db.rental.findUniqueOrThrow({ where: { id: first.id } })).status).toBe('EXPIRED');
  });

  it('for a period that is booked is refused at once', async () => {
    const { author, inquirer, item, roomId } = await createScene(env);
    const rental = await requestRental(env.ctx(inquirer), { roomId, ...periodFrom(env, DAY_MS) });
    await acceptRental(env.ctx(author), { rentalId: rental.id });
    const late = createRequest(env, item.id, periodFrom(env, DAY_MS + HOUR_MS));
    expect(await refusalOf(late)).toMatchObject({ code: 'CONFLICT', key: 'rental.overlap' });
  });

  it.each([
    ['deleted', { deletedAt: new Date() }, 'item.gone'],
    ['hidden', { hiddenAt: new Date(), hiddenReason: '' }, 'item.gone'],
    ['closed', { status: 'CLOSED' as const }, 'rental.closed'],
  ])('for a %s item is refused', async (_name, data, key) => {
    const { inquirer, item, roomId } = await createScene(env);
    await env.db.item.update({ where: { id: item.id }, data });
    const request = requestRental(env.ctx(inquirer), { roomId, ...periodFrom(env, DAY_MS) });
    expect(await refusalOf(request)).toMatchObject({ code: 'CONFLICT', key });
  });

  it('for an item that is on rent is possible for later', async () => {
    const { author, inquirer, item, roomId } = await createScene(env);
    const rental = await requestRental(env.ctx(inquirer), { roomId, ...periodFrom(env, 0) });
    await acceptRental(env.ctx(author), { rentalId: rental.id });
    const later = await createRequest(env, item.id, periodFrom(env, 3 * DAY_MS));
    expect(later.rental.status).toBe('REQUESTED');
    await createMember(env.db);
  });
});
