import { listAlerts } from '@/lib/features/alerts/server/list-alerts';
import { listMessages } from '@/lib/features/chat/server/list-messages';
import { getItem } from '@/lib/features/items/server/get-item';
import { listItems } from '@/lib/features/items/server/list-items';
import { relistItem } from '@/lib/features/items/server/relist-item';
import { deleteItem } from '@/lib/features/rentals/server/delete-item';
import { requestRental } from '@/lib/features/rentals/server/request-rental';
import { createItemRow } from '@/tests/factories/items';
import { createMember } from '@/tests/factories/people';
import { createRentalRow } from '@/tests/factories/rental-rows';
import { createScene, HOUR_MS, periodFrom } from '@/tests/factories/scenes';
import { refusalOf } from '@/tests/support/refusal';
import { useTestEnv } from '@/tests/support/test-env';

describe('taking an item away', () => {
  const env = useTestEnv();

  it('takes it out of lists and pages, and keeps its row for the rooms', async () => {
    const author = await createMember(env.db);
    const { id: itemId } = await createItemRow(env.db, author);
    await deleteItem(env.ctx(author), { itemId });
    expect(await refusalOf(getItem(env.ctx(author), { itemId }))).toMatchObject({ code: 'NOT_FOUND' });
    await expect(listItems(env.ctx(author), { authorId: author.id })).resolves.toMatchObject({ data: [] });
    await expect(env.db.item.findUnique({ where: { id: itemId } })).resolves.toMatchObject({
      deletedAt: env.clock.now,
    });
    expect(await refusalOf(deleteItem(env.ctx(author), { itemId }))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('refuses a stranger, with or without login', async () => {
    const { id: itemId } = await createItemRow(env.db, await createMember(env.db));
    const stranger = await createMember(env.db);
    expect(await refusalOf(deleteItem(env.ctx(stranger), { itemId }))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refusalOf(deleteItem(env.ctx(), { itemId }))).toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(getItem(env.ctx(), { itemId })).resolves.toBeTruthy();
  });

  it('is refused to an author without a district', async () => {
    const author = await createMember(env.db);
    const { id: itemId } = await createItemRow(env.db, author);
    const newcomer = env.ctx({ ...author, regionCode: null });
    expect(await refusalOf(deleteItem(newcomer, { itemId }))).toMatchObject({ key: 'auth.regionRequired' });
  });

  it.each(['ACCEPTED', 'ACTIVE'] as const)('is refused while a rental is %s', async (status) => {
    const [author, renter] = [await createMember(env.db), await createMember(env.db)];
    const item = await createItemRow(env.db, author);
    await createRentalRow(env.db, item, renter, { status });
    expect(await refusalOf(deleteItem(env.ctx(author), { itemId: item.id }))).toMatchObject({
      code: 'CONFLICT',
      key: 'item.rented',
    });
  });

  it('rejects undecided requests, with who, when and why in their history', async () => {
    const [author, renter, other] = [
      await createMember(env.db),
      await createMember(env.db),
      await createMember(env.db),
    ];
    const item = await createItemRow(env.db, author);
    const open = await createRentalRow(env.db, item, renter);
    const ended = await createRentalRow(env.db, item, other, { status: 'ENDED' });
    await deleteItem(env.ctx(author), { itemId: item.id });
    const statusOf = async (id: string) => (await env.db.rental.findUnique({ where: { id } }))?.status;
    expect([await statusOf(open.id), await statusOf(ended.id)]).toEqual(['REJECTED', 'ENDED']);
    await expect(env.db.rentalEvent.findMany()).resolves.toMatchObject([
      {
        rentalId: open.id,
        fromStatus: 'REQUESTED',
        toStatus: 'REJECTED',
        actorId: author.id,
        createdAt: env.clock.now,
        reason: expect.stringContaining('삭제'),
      },
    ]);
  });
});

describe('whoever asked for an item that is deleted', () => {
  const env = useTestEnv();

  it('reads it in the room and among their alerts, live', async () => {
    const { author, inquirer, item, roomId } = await createScene(env);
    const { id } = await requestRental(env.ctx(inquirer), { roomId, ...periodFrom(env, HOUR_MS) });
    env.events.length = 0;
    await deleteItem(env.ctx(author), { itemId: item.id });
    expect(env.events.map(({ type }) => type).sort()).toEqual([
      'alert.created',
      'message.stored',
      'rental.changed',
    ]);
    const messages = await listMessages(env.ctx(inquirer), { roomId });
    expect(messages.at(-1)?.event).toMatchObject({
      type: 'RENTAL_REJECTED',
      rentalId: id,
      reason: expect.stringContaining('삭제'),
    });
    const { alerts } = await listAlerts(env.ctx(inquirer), {});
    expect(alerts[0]).toMatchObject({ kind: 'RENTAL_REJECTED', roomId });
  });
});

describe('listing a closed item again', () => {
  const env = useTestEnv();

  it('makes it available and the newest', async () => {
    const author = await createMember(env.db);
    const older = await createItemRow(env.db, author, { status: 'CLOSED', listedAt: new Date('2026-01-01') });
    const newer = await createItemRow(env.db, author, { listedAt: new Date('2026-06-01') });
    await relistItem(env.ctx(author), { itemId: older.id });
    const { data } = await listItems(env.ctx(), { section: 'OFFER' });
    expect(data.map(({ id }) => id)).toEqual([older.id, newer.id]);
    expect(data[0]).toMatchObject({ status: 'AVAILABLE', listedAt: env.clock.now.toISOString() });
  });

  it('happens once when it is asked for ten times at once', async () => {
    // Ten open connections first, so that none of them comes late.
    await Promise.all(Array.from({ length: 10 }, () => env.db.$queryRaw`SELECT pg_sleep(0.1)::text`));
    const author = await createMember(env.db);
    const { id: itemId } = await createItemRow(env.db, author, { status: 'CLOSED' });
    const asked = Array.from({ length: 10 }, () => relistItem(env.ctx(author), { itemId }));
    const outcomes = await Promise.allSettled(asked);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('refuses a stranger, with or without login', async () => {
    const item = await createItemRow(env.db, await createMember(env.db), { status: 'CLOSED' });
    const stranger = env.ctx(await createMember(env.db));
    expect(await refusalOf(relistItem(stranger, { itemId: item.id }))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refusalOf(relistItem(env.ctx(), { itemId: item.id }))).toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  });

  it.each([
    ['AVAILABLE', null],
    ['RENTED', new Date('2026-12-01')],
  ] as const)('refuses one that is %s', async (status, rentedUntil) => {
    const author = await createMember(env.db);
    const { id: itemId } = await createItemRow(env.db, author, { status, rentedUntil });
    expect(await refusalOf(relistItem(env.ctx(author), { itemId }))).toMatchObject({
      code: 'CONFLICT',
      key: 'item.notClosed',
    });
  });
});
