import { bookmarkedIds, listBookmarks } from '@/lib/features/bookmarks/server/list-bookmarks';
import { setBookmark } from '@/lib/features/bookmarks/server/set-bookmark';
import { createItemRow } from '@/tests/factories/items';
import { createMember } from '@/tests/factories/people';
import { countStatements } from '@/tests/support/count-statements';
import { refusalOf } from '@/tests/support/refusal';
import { useTestEnv } from '@/tests/support/test-env';

describe('bookmarks', () => {
  const env = useTestEnv();

  const newItem = async (overrides = {}) => createItemRow(env.db, await createMember(env.db), overrides);

  it('are set and taken away, and a repetition changes nothing', async () => {
    const ctx = env.ctx(await createMember(env.db));
    const { id: itemId } = await newItem();
    for (const on of [true, true]) {
      await expect(setBookmark(ctx, { itemId, on })).resolves.toEqual({ on: true, bookmarkCount: 1 });
    }
    for (const on of [false, false]) {
      await expect(setBookmark(ctx, { itemId, on })).resolves.toEqual({ on: false, bookmarkCount: 0 });
    }
  });

  it('2022 fault: bookmarks doubled under races', async () => {
    const { id: itemId } = await newItem();
    const members = await Promise.all(Array.from({ length: 5 }, () => createMember(env.db)));
    const eager = members.flatMap((member) => Array<typeof member>(10).fill(member));
    await Promise.all(eager.map((member) => setBookmark(env.ctx(member), { itemId, on: true })));
    await expect(env.db.bookmark.count({ where: { itemId } })).resolves.toBe(5);
    await expect(env.db.item.findUnique({ where: { id: itemId } })).resolves.toMatchObject({
      bookmarkCount: 5,
    });
  });

  it('count what is there after on and off have raced', async () => {
    const { id: itemId } = await newItem();
    const members = await Promise.all(Array.from({ length: 4 }, () => createMember(env.db)));
    const moves = members.flatMap((member) =>
      Array.from({ length: 10 }, (_, index) => ({ member, on: index % 2 === 0 })),
    );
    await Promise.all(moves.map(({ member, on }) => setBookmark(env.ctx(member), { itemId, on })));
    const left = await env.db.bookmark.count({ where: { itemId } });
    await expect(env.db.item.findUnique({ where: { id: itemId } })).resolves.toMatchObject({
      bookmarkCount: left,
    });
  });

  it('do not make an item look edited', async () => {
    const item = await newItem();
    await setBookmark(env.ctx(await createMember(env.db)), { itemId: item.id, on: true });
    const after = await env.db.item.findUniqueOrThrow({ where: { id: item.id } });
    expect(after.updatedAt).toEqual(item.updatedAt);
  });

  it('are refused to a visitor, without a district, and for an own item', async () => {
    const author = await createMember(env.db);
    const { id: itemId } = await createItemRow(env.db, author);
    expect(await refusalOf(setBookmark(env.ctx(), { itemId, on: true }))).toMatchObject({
      code: 'UNAUTHENTICATED',
    });
    const newcomer = { ...(await createMember(env.db)), regionCode: null };
    expect(await refusalOf(setBookmark(env.ctx(newcomer), { itemId, on: true }))).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await refusalOf(setBookmark(env.ctx(author), { itemId, on: true }))).toMatchObject({
      code: 'FORBIDDEN',
      key: 'item.own',
    });
  });

  it('are not found for items that are gone', async () => {
    const ctx = env.ctx(await createMember(env.db));
    const deleted = await newItem({ deletedAt: new Date() });
    const hidden = await newItem({ hiddenAt: new Date(), hiddenReason: '' });
    for (const itemId of [deleted.id, hidden.id, '00000000-0000-7000-8000-00000000dead']) {
      expect(await refusalOf(setBookmark(ctx, { itemId, on: true }))).toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  it('are listed last first, page by page, each in one statement, without what is gone', async () => {
    const ctx = env.ctx(await createMember(env.db));
    const expected: string[] = [];
    for (const status of ['AVAILABLE', 'CLOSED', 'AVAILABLE', 'AVAILABLE', 'AVAILABLE'] as const) {
      const { id } = await newItem({ status });
      await setBookmark(ctx, { itemId: id, on: true });
      env.clock.advance(1_000);
      expected.unshift(id);
    }
    await env.db.item.update({ where: { id: expected[1] ?? '' }, data: { deletedAt: new Date() } });
    expected.splice(1, 1);

    await expect(countStatements(() => listBookmarks(ctx, { limit: 3 }))).resolves.toBe(1);
    const first = await listBookmarks(ctx, { limit: 3 });
    const second = await listBookmarks(ctx, { limit: 3, cursor: first.nextCursor ?? '' });
    expect([...first.data, ...second.data].map(({ id }) => id)).toEqual(expected);
    expect(second.nextCursor).toBeNull();
  });

  it('are listed to their owner alone', async () => {
    const ctx = env.ctx(await createMember(env.db));
    await setBookmark(ctx, { itemId: (await newItem()).id, on: true });
    const stranger = env.ctx(await createMember(env.db));
    await expect(listBookmarks(stranger, {})).resolves.toEqual({ data: [], nextCursor: null });
    expect(await refusalOf(listBookmarks(env.ctx(), {}))).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await refusalOf(listBookmarks(ctx, { cursor: 'x' }))).toMatchObject({ code: 'INVALID' });
  });

  it('are known for a whole page in one statement, and for a visitor in none', async () => {
    const ctx = env.ctx(await createMember(env.db));
    const [one, other] = [await newItem(), await newItem()];
    await setBookmark(ctx, { itemId: one.id, on: true });
    const ids = [one.id, other.id];
    await expect(bookmarkedIds(ctx, ids)).resolves.toEqual(new Set([one.id]));
    await expect(countStatements(() => bookmarkedIds(ctx, ids))).resolves.toBe(1);
    await expect(countStatements(() => bookmarkedIds(env.ctx(), ids))).resolves.toBe(0);
  });
});
