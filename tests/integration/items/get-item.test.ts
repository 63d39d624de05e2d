import { createItem } from '@/lib/features/items/server/create-item';
import { getItem } from '@/lib/features/items/server/get-item';
import { getItemForEdit } from '@/lib/features/items/server/get-item-for-edit';
import { listCategories } from '@/lib/features/items/server/list-categories';
import { newItemInput } from '@/tests/factories/item-input';
import { createItemRow } from '@/tests/factories/items';
import { createMember } from '@/tests/factories/people';
import { createRentalRow } from '@/tests/factories/rental-rows';
import { sendUpload } from '@/tests/factories/uploads';
import { countStatements } from '@/tests/support/count-statements';
import { refusalOf } from '@/tests/support/refusal';
import { useTestEnv } from '@/tests/support/test-env';

describe('the page of an item', () => {
  const env = useTestEnv();

  it('costs three statements at most, whatever the number of pictures', async () => {
    const ctx = env.ctx(await createMember(env.db));
    const images = [];
    for (let index = 0; index < 3; index += 1) images.push({ uploadKey: await sendUpload(ctx) });
    const { itemId } = await createItem(ctx, await newItemInput(env.db, { images }));
    await expect(countStatements(() => getItem(ctx, { itemId }))).resolves.toBeLessThanOrEqual(3);
  });

  it('shows the author with score and band, and a visitor what a member may do', async () => {
    const author = await createMember(env.db, { reviewCount: 3, starSum: 12 });
    const { id: itemId } = await createItemRow(env.db, author);
    await expect(getItem(env.ctx(), { itemId })).resolves.toMatchObject({
      author: {
        id: author.id,
        nickname: author.nickname,
        avatarUrl: null,
        region: { code: '11680', name: '강남구' },
        score: 80,
        band: 'green',
        reviewCount: 3,
      },
      category: { slug: expect.any(String) },
      viewer: {
        isAuthor: false,
        isBookmarked: false,
        canBookmark: true,
        canInquire: true,
        canRelist: false,
        roomId: null,
      },
    });
  });

  it('knows the viewer’s bookmark and room, and nobody else’s', async () => {
    const [author, viewer, other] = [
      await createMember(env.db),
      await createMember(env.db),
      await createMember(env.db),
    ];
    const item = await createItemRow(env.db, author);
    const { roomId } = await createRentalRow(env.db, item, viewer);
    await env.db.bookmark.create({ data: { userId: viewer.id, itemId: item.id } });
    const itemId = item.id;
    await expect(getItem(env.ctx(viewer), { itemId })).resolves.toMatchObject({
      viewer: { isBookmarked: true, roomId },
    });
    for (const actor of [author, other]) {
      await expect(getItem(env.ctx(actor), { itemId })).resolves.toMatchObject({
        viewer: { isBookmarked: false, roomId: null },
      });
    }
  });

  it('of an author who has left shows neither name nor picture nor district', async () => {
    const author = await createMember(env.db);
    const { id: itemId } = await createItemRow(env.db, author);
    const gone = { email: null, nickname: null, passwordHash: null, withdrawnAt: new Date() };
    await env.db.user.update({ where: { id: author.id }, data: { ...gone, status: 'WITHDRAWN' } });
    await expect(getItem(env.ctx(), { itemId })).resolves.toMatchObject({
      author: { id: author.id, nickname: null, avatarUrl: null, region: null },
      viewer: { canInquire: false },
    });
  });

  it('is not found when there is none, or it was deleted or hidden, or the id is no id', async () => {
    const author = await createMember(env.db);
    const deleted = await createItemRow(env.db, author, { deletedAt: new Date() });
    const hidden = await createItemRow(env.db, author, { hiddenAt: new Date(), hiddenReason: '' });
    const ids = [deleted.id, hidden.id, '00000000-0000-7000-8000-00000000dead', 'x', "' OR 1=1", '\0'];
    for (const itemId of ids) {
      expect(await refusalOf(getItem(env.ctx(author), { itemId }))).toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  it('opens the form to its author alone', async () => {
    const author = await createMember(env.db);
    const { id: itemId } = await createItemRow(env.db, author);
    await expect(getItemForEdit(env.ctx(author), { itemId })).resolves.toMatchObject({ id: itemId });
    const stranger = env.ctx(await createMember(env.db));
    expect(await refusalOf(getItemForEdit(stranger, { itemId }))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refusalOf(getItemForEdit(env.ctx(), { itemId }))).toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

describe('categories', () => {
  const env = useTestEnv();

  it('are those that were not retired, in their order', async () => {
    const look = { nameEn: 'X', icon: 'box' };
    await env.db.category.create({ data: { ...look, slug: 'first', name: '먼저', sortOrder: -1 } });
    await env.db.category.create({
      data: { ...look, slug: 'gone', name: '없음', sortOrder: -2, retiredAt: new Date() },
    });
    const categories = await listCategories(env.ctx());
    expect(categories[0]).toEqual({ ...look, id: expect.any(Number), slug: 'first', name: '먼저' });
    expect(categories.map(({ slug }) => slug)).not.toContain('gone');
  });
});
